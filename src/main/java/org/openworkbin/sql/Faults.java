package org.openworkbin.sql;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/** Turns the driver's checked errors into Spring's unchecked ones. */
final class Faults {
  private static final SQLExceptionTranslator TRANSLATOR = new SQLExceptionSubclassTranslator();

  private Faults() {}

  static DataAccessException translated(SQLException error) {
    DataAccessException fault = TRANSLATOR.translate("store", null, error);
    return fault != null ? fault : new UncategorizedSQLException("store", null, error);
  }

  /** What the writer's thread caught, to be thrown on its caller's. */
  static RuntimeException rethrown(@Nullable Throwable cause) {
    return switch (cause) {
      case SQLException error -> translated(error);
      case RuntimeException fault -> fault;
      case Error error -> throw error;
      case null, default -> new IllegalStateException(cause);
    };
  }
}
