package org.openworkbin.workbin;

import org.openworkbin.sql.Dialect;

class PostgresSeveralItemsTest extends SeveralItemsContract {
  PostgresSeveralItemsTest() {
    super(Dialect.POSTGRESQL);
  }
}
