package org.openworkbin.ledger;

import org.junit.jupiter.api.Nested;
import org.openworkbin.sql.Dialect;

class TermsTest {

  @Nested
  class OnSqlite extends TermsContract {
    @Override
    Dialect dialect() {
      return Dialect.SQLITE;
    }
  }

  @Nested
  class OnPostgres extends TermsContract {
    @Override
    Dialect dialect() {
      return Dialect.POSTGRESQL;
    }
  }
}
