package org.openworkbin.workbin;

import org.openworkbin.sql.Dialect;

class SqliteWorkbinOperationsTest extends WorkbinOperationsContract {
  SqliteWorkbinOperationsTest() {
    super(Dialect.SQLITE);
  }
}
