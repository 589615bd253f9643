package org.openworkbin.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pool of connections to PostgreSQL that only read; the driver keeps their statements. The pool
 * itself lets those who come overtake those who wait.
 */
final class PostgresReaders implements Readers {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresReaders.class);

  private final ReaderPermits permits;
  private final HikariDataSource pool;

  PostgresReaders(DatabaseSettings settings, String setUp) {
    permits = new ReaderPermits(settings);
    HikariConfig config = new HikariConfig();
    config.setPoolName("readers");
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.username());
    config.setPassword(settings.password());
    config.setMaximumPoolSize(settings.readers());
    config.setConnectionTimeout(settings.readerWait().toMillis());
    config.setConnectionInitSql(setUp);
    config.addDataSourceProperty("ApplicationName", "open-workbin reader");
    config.addDataSourceProperty("prepareThreshold", "1");
    config.addDataSourceProperty("socketTimeout", "60");
    pool = new HikariDataSource(config);
  }

  @Override
  public Session borrow() throws SQLException {
    permits.take();
    Connection connection = null;
    try {
      connection = pool.getConnection();
      return new Session(connection, Dialect.POSTGRESQL);
    } catch (SQLTransientConnectionException e) {
      throw new StoreAwayException("no reader of the store became free: " + e.getMessage(), e);
    } finally {
      if (connection == null) {
        permits.giveBack();
      }
    }
  }

  @Override
  public boolean isEmpty() {
    return pool.getHikariPoolMXBean().getTotalConnections() == 0;
  }

  @Override
  public void giveBack(Session session) {
    try {
      session.close();
    } catch (SQLException e) {
      LOG.debug("A reader's connection was lost", e);
    } finally {
      permits.giveBack();
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
