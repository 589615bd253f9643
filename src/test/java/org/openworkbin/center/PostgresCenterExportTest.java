package org.openworkbin.center;

import org.openworkbin.sql.Dialect;

class PostgresCenterExportTest extends CenterExportContract {
  PostgresCenterExportTest() {
    super(Dialect.POSTGRESQL);
  }
}
