package org.openworkbin.endtoend;

import org.openworkbin.sql.Dialect;

class SqliteLostRightsTest extends LostRightsContract {
  SqliteLostRightsTest() {
    super(Dialect.SQLITE);
  }
}
