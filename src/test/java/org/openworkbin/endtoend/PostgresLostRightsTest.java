package org.openworkbin.endtoend;

import org.openworkbin.sql.Dialect;

class PostgresLostRightsTest extends LostRightsContract {
  PostgresLostRightsTest() {
    super(Dialect.POSTGRESQL);
  }
}
