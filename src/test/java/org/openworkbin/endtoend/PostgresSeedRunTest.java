package org.openworkbin.endtoend;

import org.openworkbin.sql.Dialect;

class PostgresSeedRunTest extends SeedRunContract {
  PostgresSeedRunTest() {
    super(Dialect.POSTGRESQL);
  }
}
