package org.openworkbin.supervision;

import org.junit.jupiter.api.Nested;
import org.openworkbin.sql.Dialect;

class MovesRaceTest {
  @Nested
  class OnSqlite extends MovesRaceContract {
    OnSqlite() {
      super(Dialect.SQLITE);
    }
  }

  @Nested
  class OnPostgres extends MovesRaceContract {
    OnPostgres() {
      super(Dialect.POSTGRESQL);
    }
  }
}
