package org.openworkbin.directory;

import org.openworkbin.sql.Dialect;

class PostgresDirectoryStoreTest extends DirectoryStoreContract {
  PostgresDirectoryStoreTest() {
    super(Dialect.POSTGRESQL);
  }
}
