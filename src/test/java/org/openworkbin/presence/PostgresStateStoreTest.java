package org.openworkbin.presence;

import org.openworkbin.sql.Dialect;

class PostgresStateStoreTest extends StateStoreContract {

  PostgresStateStoreTest() {
    super(Dialect.POSTGRESQL);
  }
}
