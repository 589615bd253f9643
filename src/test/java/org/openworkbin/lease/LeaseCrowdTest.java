package org.openworkbin.lease;

import org.junit.jupiter.api.Nested;
import org.openworkbin.sql.Dialect;

class LeaseCrowdTest {

  @Nested
  class OnSqlite extends LeaseCrowdContract {
    @Override
    Dialect dialect() {
      return Dialect.SQLITE;
    }
  }

  @Nested
  class OnPostgres extends LeaseCrowdContract {
    @Override
    Dialect dialect() {
      return Dialect.POSTGRESQL;
    }
  }
}
