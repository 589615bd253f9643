package org.openworkbin.push.cometd;

import org.openworkbin.sql.Dialect;

class SqliteDemoPushTest extends DemoPushContract {

  SqliteDemoPushTest() {
    super(Dialect.SQLITE);
  }
}
