package org.openworkbin.center;

import org.openworkbin.sql.Dialect;

class SqliteCenterExportTest extends CenterExportContract {
  SqliteCenterExportTest() {
    super(Dialect.SQLITE);
  }
}
