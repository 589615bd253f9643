package org.openworkbin.lease;

import org.junit.jupiter.api.Nested;
import org.openworkbin.sql.Dialect;

class LeaseTest {

  @Nested
  class OnSqlite extends LeaseContract {
    @Override
    Dialect dialect() {
      return Dialect.SQLITE;
    }
  }

  @Nested
  class OnPostgres extends LeaseContract {
    @Override
    Dialect dialect() {
      return Dialect.POSTGRESQL;
    }
  }
}
