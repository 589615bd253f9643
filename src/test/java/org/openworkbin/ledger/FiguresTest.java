package org.openworkbin.ledger;

import org.junit.jupiter.api.Nested;
import org.openworkbin.sql.Dialect;

class FiguresTest {

  @Nested
  class OnSqlite extends FiguresContract {
    @Override
    Dialect dialect() {
      return Dialect.SQLITE;
    }
  }

  @Nested
  class OnPostgres extends FiguresContract {
    @Override
    Dialect dialect() {
      return Dialect.POSTGRESQL;
    }
  }
}
