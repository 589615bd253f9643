package org.openworkbin.supervision;

import org.junit.jupiter.api.Nested;
import org.openworkbin.sql.Dialect;

class UndoTest {
  @Nested
  class OnSqlite extends UndoContract {
    OnSqlite() {
      super(Dialect.SQLITE);
    }
  }

  @Nested
  class OnPostgres extends UndoContract {
    OnPostgres() {
      super(Dialect.POSTGRESQL);
    }
  }
}
