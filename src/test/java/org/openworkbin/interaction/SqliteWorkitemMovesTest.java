package org.openworkbin.interaction;

import org.openworkbin.sql.Dialect;

class SqliteWorkitemMovesTest extends WorkitemMovesContract {
  SqliteWorkitemMovesTest() {
    super(Dialect.SQLITE);
  }
}
