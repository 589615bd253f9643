package org.openworkbin.interaction;

import org.openworkbin.sql.Dialect;

class SqliteWorkitemReadsTest extends WorkitemReadsContract {
  SqliteWorkitemReadsTest() {
    super(Dialect.SQLITE);
  }
}
