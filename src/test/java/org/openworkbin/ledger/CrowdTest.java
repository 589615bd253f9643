package org.openworkbin.ledger;

import org.junit.jupiter.api.Nested;
import org.openworkbin.sql.Dialect;

class CrowdTest {

  @Nested
  class OnSqlite extends CrowdContract {
    @Override
    Dialect dialect() {
      return Dialect.SQLITE;
    }
  }

  @Nested
  class OnPostgres extends CrowdContract {
    @Override
    Dialect dialect() {
      return Dialect.POSTGRESQL;
    }
  }
}
