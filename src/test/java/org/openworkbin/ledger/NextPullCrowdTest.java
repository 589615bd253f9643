package org.openworkbin.ledger;

import org.junit.jupiter.api.Nested;
import org.openworkbin.sql.Dialect;

class NextPullCrowdTest {

  @Nested
  class OnSqlite extends NextPullCrowdContract {
    @Override
    Dialect dialect() {
      return Dialect.SQLITE;
    }
  }

  @Nested
  class OnPostgres extends NextPullCrowdContract {
    @Override
    Dialect dialect() {
      return Dialect.POSTGRESQL;
    }
  }
}
