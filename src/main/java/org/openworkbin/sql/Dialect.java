package org.openworkbin.sql;

import java.util.Locale;

/** The two databases that a store can be kept in; asked wherever their SQL differs. */
public enum Dialect {
  SQLITE,
  POSTGRESQL;

  /** The folder below {@code db/migration} with the migrations that only this database runs. */
  String migrationFolder() {
    return name().toLowerCase(Locale.ROOT);
  }
}
