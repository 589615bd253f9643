package org.openworkbin.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.output.ValidateOutput;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Brings the schema of a store up to date: what both databases share first, then their own. */
final class Migrations {

  private Migrations() {}

  /** Runs those that have not run; does nothing where all have. */
  static void run(Store store) {
    flyway(store.dialect(), store.migrations()).migrate();
  }

  /** Compares what has run with what there is, and runs nothing. */
  static Schema schema(Dialect dialect, Session session) {
    Flyway flyway = flyway(dialect, new SingleConnectionDataSource(session.connection(), true));
    MigrationInfoService all = flyway.info();
    MigrationInfo current = all.current();
    if (current == null) {
      return new Schema(Optional.empty(), List.of());
    }
    List<String> findings = new ArrayList<>();
    int order = current.getVersion().compareTo(newest(all).getVersion());
    if (order < 0) {
      findings.add(
          "The store has schema version %s, this program brings %s: serve and import bring it up to"
                  .formatted(current.getVersion(), newest(all).getVersion())
              + " date, and what is in it is compared after that.");
    } else if (order > 0) {
      findings.add(
          "The store has schema version %s, this program brings only %s: a newer one made it."
              .formatted(current.getVersion(), newest(all).getVersion()));
    }
    for (ValidateOutput wrong : flyway.validateWithResult().invalidMigrations) {
      findings.add(
          "The migration %s of the store is not this program's: %s."
              .formatted(wrong.version, wrong.errorDetails.errorCode));
    }
    return new Schema(Optional.of(current.getVersion().toString()), findings);
  }

  /** The last one that the program brings. */
  private static MigrationInfo newest(MigrationInfoService all) {
    return Arrays.stream(all.all())
        .filter(each -> each.getState().isResolved())
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  private static Flyway flyway(Dialect dialect, DataSource source) {
    return Flyway.configure()
        .dataSource(source)
        .locations(
            "classpath:db/migration/common", "classpath:db/migration/" + dialect.migrationFolder())
        .validateMigrationNaming(true)
        .ignoreMigrationPatterns("*:pending", "*:future")
        .load();
  }
}
