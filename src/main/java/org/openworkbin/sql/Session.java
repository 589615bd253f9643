package org.openworkbin.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A connection to the store with the statements prepared on it. Used by one thread at a time. */
public final class Session implements AutoCloseable {
  private final Connection connection;
  private final Dialect dialect;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private @Nullable JdbcClient client;

  Session(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  public Dialect dialect() {
    return dialect;
  }

  /** The connection itself; not to be closed. */
  public Connection connection() {
    return connection;
  }

  /** For readable SQL where a few microseconds do not matter. */
  public JdbcClient client() {
    if (client == null) {
      client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }
    return client;
  }

  /**
   * The statement for that SQL, prepared once for each session. Not to be closed; its result sets
   * are.
   */
  public PreparedStatement prepared(String sql) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    return statement;
  }

  /** Begins a transaction; until then each statement is one. */
  public void begin() throws SQLException {
    switch (dialect) {
      // Immediate: a transaction that reads before it writes could not be granted the lock later.
      case SQLITE -> prepared("begin immediate").executeUpdate();
      case POSTGRESQL -> connection.setAutoCommit(false);
    }
  }

  /** Makes the transaction durable. */
  public void commit() throws SQLException {
    switch (dialect) {
      case SQLITE -> prepared("commit").executeUpdate();
      case POSTGRESQL -> {
        connection.commit();
        connection.setAutoCommit(true);
      }
    }
  }

  /** Undoes the transaction, if there is one, and forgets the statements: one of them failed. */
  public void rollback() throws SQLException {
    forget();
    switch (dialect) {
      case SQLITE -> rollbackUnlessDone();
      case POSTGRESQL -> {
        if (!connection.getAutoCommit()) {
          connection.rollback();
          connection.setAutoCommit(true);
        }
      }
    }
  }

  /** SQLite undoes a transaction by itself on some errors; to do so again is one more error. */
  private void rollbackUnlessDone() throws SQLException {
    try {
      execute("rollback");
    } catch (SQLException e) {
      if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
        throw e;
      }
    }
  }

  /** Prepares all statements anew: SQLite's driver leaves one that failed unusable. */
  void forget() throws SQLException {
    for (PreparedStatement statement : prepared.values()) {
      statement.close();
    }
    prepared.clear();
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
