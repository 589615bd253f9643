package org.openworkbin.interaction;

import org.openworkbin.sql.Dialect;

class SqliteHistoryTest extends HistoryContract {
  SqliteHistoryTest() {
    super(Dialect.SQLITE);
  }
}
