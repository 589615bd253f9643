package org.openworkbin.lease;

import org.junit.jupiter.api.Nested;
import org.openworkbin.sql.Dialect;

class LateWritesTest {

  @Nested
  class OnSqlite extends LateWritesContract {
    @Override
    Dialect dialect() {
      return Dialect.SQLITE;
    }
  }

  @Nested
  class OnPostgres extends LateWritesContract {
    @Override
    Dialect dialect() {
      return Dialect.POSTGRESQL;
    }
  }
}
