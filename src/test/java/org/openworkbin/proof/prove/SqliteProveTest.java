package org.openworkbin.proof.prove;

import org.openworkbin.sql.Dialect;

class SqliteProveTest extends ProveContract {
  SqliteProveTest() {
    super(Dialect.SQLITE);
  }
}
