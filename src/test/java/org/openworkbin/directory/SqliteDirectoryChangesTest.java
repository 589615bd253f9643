package org.openworkbin.directory;

import org.openworkbin.sql.Dialect;

class SqliteDirectoryChangesTest extends DirectoryChangesContract {
  SqliteDirectoryChangesTest() {
    super(Dialect.SQLITE);
  }
}
