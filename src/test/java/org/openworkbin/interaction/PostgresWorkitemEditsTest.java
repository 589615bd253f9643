package org.openworkbin.interaction;

import org.openworkbin.sql.Dialect;

class PostgresWorkitemEditsTest extends WorkitemEditsContract {
  PostgresWorkitemEditsTest() {
    super(Dialect.POSTGRESQL);
  }
}
