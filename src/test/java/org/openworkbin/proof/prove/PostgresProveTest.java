package org.openworkbin.proof.prove;

import org.openworkbin.sql.Dialect;

class PostgresProveTest extends ProveContract {
  PostgresProveTest() {
    super(Dialect.POSTGRESQL);
  }
}
