package org.openworkbin.lease;

import org.junit.jupiter.api.Nested;
import org.openworkbin.sql.Dialect;

class RevokedTest {

  @Nested
  class OnSqlite extends RevokedContract {
    @Override
    Dialect dialect() {
      return Dialect.SQLITE;
    }
  }

  @Nested
  class OnPostgres extends RevokedContract {
    @Override
    Dialect dialect() {
      return Dialect.POSTGRESQL;
    }
  }
}
