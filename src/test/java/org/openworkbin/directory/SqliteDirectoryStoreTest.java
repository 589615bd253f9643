package org.openworkbin.directory;

import org.openworkbin.sql.Dialect;

class SqliteDirectoryStoreTest extends DirectoryStoreContract {
  SqliteDirectoryStoreTest() {
    super(Dialect.SQLITE);
  }
}
