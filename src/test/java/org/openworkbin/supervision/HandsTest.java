package org.openworkbin.supervision;

import org.junit.jupiter.api.Nested;
import org.openworkbin.sql.Dialect;

class HandsTest {
  @Nested
  class OnSqlite extends HandsContract {
    OnSqlite() {
      super(Dialect.SQLITE);
    }
  }

  @Nested
  class OnPostgres extends HandsContract {
    OnPostgres() {
      super(Dialect.POSTGRESQL);
    }
  }
}
