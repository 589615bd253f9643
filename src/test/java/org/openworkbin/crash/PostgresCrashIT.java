package org.openworkbin.crash;

import org.openworkbin.sql.Dialect;

class PostgresCrashIT extends CrashContract {
  @Override
  Dialect dialect() {
    return Dialect.POSTGRESQL;
  }
}
