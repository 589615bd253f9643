package org.openworkbin.presence;

import org.openworkbin.sql.Dialect;

class SqliteStateStoreTest extends StateStoreContract {

  SqliteStateStoreTest() {
    super(Dialect.SQLITE);
  }
}
