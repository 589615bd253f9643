package org.openworkbin.ledger.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openworkbin.ledger.BinState;

/** Sets the parameters of a statement one after the other. */
final class JdbcParameters {
  private final PreparedStatement statement;
  private int parameter;

  JdbcParameters(PreparedStatement statement) {
    this.statement = statement;
  }

  JdbcParameters number(long value) throws SQLException {
    statement.setLong(++parameter, value);
    return this;
  }

  /** Sets a number that is absent where it is 0. */
  JdbcParameters numberOrNull(long value) throws SQLException {
    if (value == 0) {
      statement.setNull(++parameter, Types.BIGINT);
      return this;
    }
    return number(value);
  }

  JdbcParameters text(@Nullable String value) throws SQLException {
    statement.setString(++parameter, value);
    return this;
  }

  JdbcParameters flag(boolean value) throws SQLException {
    return number(value ? 1 : 0);
  }

  JdbcParameters uuid(UUID value) throws SQLException {
    statement.setObject(++parameter, value);
    return this;
  }

  /** Sets three: a bin, its revision and its count, all absent where it is none. */
  JdbcParameters state(long bin, Optional<BinState> state) throws SQLException {
    if (state.isEmpty()) {
      return numberOrNull(0).numberOrNull(0).numberOrNull(0);
    }
    return number(bin).number(state.get().revision()).number(state.get().itemCount());
  }

  /** Runs the statement and says how many rows it changed. */
  int execute() throws SQLException {
    return statement.executeUpdate();
  }
}
