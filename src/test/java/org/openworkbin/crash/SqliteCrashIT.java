package org.openworkbin.crash;

import org.openworkbin.sql.Dialect;

class SqliteCrashIT extends CrashContract {
  @Override
  Dialect dialect() {
    return Dialect.SQLITE;
  }
}
