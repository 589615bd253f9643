package org.openworkbin.interaction;

import org.openworkbin.sql.Dialect;

class PostgresWorkitemReadsTest extends WorkitemReadsContract {
  PostgresWorkitemReadsTest() {
    super(Dialect.POSTGRESQL);
  }
}
