package org.openworkbin.workbin;

import org.openworkbin.sql.Dialect;

class SqliteNextItemTest extends NextItemContract {
  SqliteNextItemTest() {
    super(Dialect.SQLITE);
  }
}
