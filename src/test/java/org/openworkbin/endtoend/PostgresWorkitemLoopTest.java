package org.openworkbin.endtoend;

import org.openworkbin.sql.Dialect;

class PostgresWorkitemLoopTest extends WorkitemLoopContract {
  PostgresWorkitemLoopTest() {
    super(Dialect.POSTGRESQL);
  }
}
