package org.openworkbin.endtoend;

import org.openworkbin.sql.Dialect;

class PostgresCatchUpTest extends CatchUpContract {
  PostgresCatchUpTest() {
    super(Dialect.POSTGRESQL);
  }
}
