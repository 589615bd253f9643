package org.openworkbin.directory;

import org.openworkbin.sql.Dialect;

class PostgresDirectoryChangesTest extends DirectoryChangesContract {
  PostgresDirectoryChangesTest() {
    super(Dialect.POSTGRESQL);
  }
}
