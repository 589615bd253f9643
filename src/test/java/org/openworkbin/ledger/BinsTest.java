package org.openworkbin.ledger;

import org.junit.jupiter.api.Nested;
import org.openworkbin.sql.Dialect;

class BinsTest {

  @Nested
  class OnSqlite extends BinsContract {
    @Override
    Dialect dialect() {
      return Dialect.SQLITE;
    }
  }

  @Nested
  class OnPostgres extends BinsContract {
    @Override
    Dialect dialect() {
      return Dialect.POSTGRESQL;
    }
  }
}
