package org.openworkbin.workbin;

import org.openworkbin.sql.Dialect;

class SqliteSeveralItemsTest extends SeveralItemsContract {
  SqliteSeveralItemsTest() {
    super(Dialect.SQLITE);
  }
}
