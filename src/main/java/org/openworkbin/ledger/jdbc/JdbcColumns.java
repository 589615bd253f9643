package org.openworkbin.ledger.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The parameters of a statement for PostgreSQL that takes many rows at once, as arrays. */
final class JdbcColumns {
  private final PreparedStatement statement;
  private final int rows;
  private int parameter;

  JdbcColumns(PreparedStatement statement, int rows) {
    this.statement = statement;
    this.rows = rows;
  }

  /** The numbers of the rows, from 0. */
  void ordinals() throws SQLException {
    ints(i -> i);
  }

  void ints(IntUnaryOperator column) throws SQLException {
    int[] values = new int[rows];
    for (int i = 0; i < rows; i++) {
      values[i] = column.applyAsInt(i);
    }
    statement.setObject(++parameter, values);
  }

  void longs(IntToLongFunction column) throws SQLException {
    long[] values = new long[rows];
    for (int i = 0; i < rows; i++) {
      values[i] = column.applyAsLong(i);
    }
    statement.setObject(++parameter, values);
  }

  void texts(IntFunction<@Nullable String> column) throws SQLException {
    @Nullable String[] values = new String[rows];
    for (int i = 0; i < rows; i++) {
      values[i] = column.apply(i);
    }
    statement.setObject(++parameter, values);
  }

  /** Adds what holds for the whole wave, and runs the statement. */
  ResultSet execute(Wave wave) throws SQLException {
    statement.setLong(++parameter, wave.base());
    statement.setLong(++parameter, wave.at());
    statement.setObject(++parameter, wave.id());
    return execute();
  }

  ResultSet execute() throws SQLException {
    return statement.executeQuery();
  }
}
