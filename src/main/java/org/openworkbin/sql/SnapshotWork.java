package org.openworkbin.sql;

import java.sql.SQLException;

/** Something to do with a {@link Snapshot}. */
@FunctionalInterface
public interface SnapshotWork {
  void run(Snapshot snapshot) throws SQLException;
}
