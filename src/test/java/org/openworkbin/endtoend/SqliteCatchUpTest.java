package org.openworkbin.endtoend;

import org.openworkbin.sql.Dialect;

class SqliteCatchUpTest extends CatchUpContract {
  SqliteCatchUpTest() {
    super(Dialect.SQLITE);
  }
}
