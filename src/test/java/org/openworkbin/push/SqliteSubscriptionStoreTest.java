package org.openworkbin.push;

import org.openworkbin.sql.Dialect;

class SqliteSubscriptionStoreTest extends SubscriptionStoreContract {

  SqliteSubscriptionStoreTest() {
    super(Dialect.SQLITE);
  }
}
