package org.openworkbin.interaction;

import org.openworkbin.sql.Dialect;

class PostgresWorkitemMovesTest extends WorkitemMovesContract {
  PostgresWorkitemMovesTest() {
    super(Dialect.POSTGRESQL);
  }
}
