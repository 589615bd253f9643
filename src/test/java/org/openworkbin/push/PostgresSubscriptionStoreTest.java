package org.openworkbin.push;

import org.openworkbin.sql.Dialect;

class PostgresSubscriptionStoreTest extends SubscriptionStoreContract {

  PostgresSubscriptionStoreTest() {
    super(Dialect.POSTGRESQL);
  }
}
