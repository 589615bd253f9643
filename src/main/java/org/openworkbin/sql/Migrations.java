package org.openworkbin.sql;

import org.flywaydb.core.Flyway;

/** Brings the schema of a store up to date: what both databases share first, then their own. */
final class Migrations {

  private Migrations() {}

  /** Runs those that have not run; does nothing where all have. */
  static void run(Store store) {
    Flyway.configure()
        .dataSource(store.migrations())
        .locations(
            "classpath:db/migration/common",
            "classpath:db/migration/" + store.dialect().migrationFolder())
        .validateMigrationNaming(true)
        .load()
        .migrate();
  }
}
