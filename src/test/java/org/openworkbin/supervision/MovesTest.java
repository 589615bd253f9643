package org.openworkbin.supervision;

import org.junit.jupiter.api.Nested;
import org.openworkbin.sql.Dialect;

class MovesTest {
  @Nested
  class OnSqlite extends MovesContract {
    OnSqlite() {
      super(Dialect.SQLITE);
    }
  }

  @Nested
  class OnPostgres extends MovesContract {
    OnPostgres() {
      super(Dialect.POSTGRESQL);
    }
  }
}
