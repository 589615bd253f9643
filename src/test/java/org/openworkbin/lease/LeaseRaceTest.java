package org.openworkbin.lease;

import org.junit.jupiter.api.Nested;
import org.openworkbin.sql.Dialect;

class LeaseRaceTest {

  @Nested
  class OnSqlite extends LeaseRaceContract {
    @Override
    Dialect dialect() {
      return Dialect.SQLITE;
    }
  }

  @Nested
  class OnPostgres extends LeaseRaceContract {
    @Override
    Dialect dialect() {
      return Dialect.POSTGRESQL;
    }
  }
}
