package org.openworkbin.endtoend;

import org.openworkbin.sql.Dialect;

class SqliteWorkitemLoopTest extends WorkitemLoopContract {
  SqliteWorkitemLoopTest() {
    super(Dialect.SQLITE);
  }
}
