package org.openworkbin.endtoend;

import org.openworkbin.sql.Dialect;

class SqliteSeedRunTest extends SeedRunContract {
  SqliteSeedRunTest() {
    super(Dialect.SQLITE);
  }
}
