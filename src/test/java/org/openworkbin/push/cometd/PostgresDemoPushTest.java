package org.openworkbin.push.cometd;

import org.openworkbin.sql.Dialect;

class PostgresDemoPushTest extends DemoPushContract {

  PostgresDemoPushTest() {
    super(Dialect.POSTGRESQL);
  }
}
