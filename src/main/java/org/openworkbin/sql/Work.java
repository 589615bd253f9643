package org.openworkbin.sql;

import java.sql.SQLException;

/** Something to do with a {@link Session}, which is only valid until it returns. */
@FunctionalInterface
public interface Work<T> {
  T run(Session session) throws SQLException;
}
