package org.openworkbin.proof.prove;

import org.openworkbin.sql.Dialect;

class SqliteKilledServerIT extends KilledServerContract {
  SqliteKilledServerIT() {
    super(Dialect.SQLITE);
  }
}
