package org.openworkbin.workbin;

import org.openworkbin.sql.Dialect;

class PostgresNextItemTest extends NextItemContract {
  PostgresNextItemTest() {
    super(Dialect.POSTGRESQL);
  }
}
