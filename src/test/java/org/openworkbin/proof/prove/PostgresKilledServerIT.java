package org.openworkbin.proof.prove;

import org.openworkbin.sql.Dialect;

class PostgresKilledServerIT extends KilledServerContract {
  PostgresKilledServerIT() {
    super(Dialect.POSTGRESQL, Runs.NO_HOOKS);
  }
}
