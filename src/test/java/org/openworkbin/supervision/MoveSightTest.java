package org.openworkbin.supervision;

import org.junit.jupiter.api.Nested;
import org.openworkbin.sql.Dialect;

class MoveSightTest {
  @Nested
  class OnSqlite extends MoveSightContract {
    OnSqlite() {
      super(Dialect.SQLITE);
    }
  }

  @Nested
  class OnPostgres extends MoveSightContract {
    OnPostgres() {
      super(Dialect.POSTGRESQL);
    }
  }
}
