package org.openworkbin.interaction;

import org.openworkbin.sql.Dialect;

class SqliteWorkitemEditsTest extends WorkitemEditsContract {
  SqliteWorkitemEditsTest() {
    super(Dialect.SQLITE);
  }
}
