package org.openworkbin.interaction;

import org.openworkbin.sql.Dialect;

class PostgresHistoryTest extends HistoryContract {
  PostgresHistoryTest() {
    super(Dialect.POSTGRESQL);
  }
}
