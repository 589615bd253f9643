package org.openworkbin.workbin;

import org.openworkbin.sql.Dialect;

class PostgresWorkbinOperationsTest extends WorkbinOperationsContract {
  PostgresWorkbinOperationsTest() {
    super(Dialect.POSTGRESQL);
  }
}
