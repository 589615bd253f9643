package org.openworkbin.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A pool of connections to PostgreSQL that only read; the driver keeps their statements. */
final class PostgresReaders implements Readers {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresReaders.class);
  private final HikariDataSource pool;

  PostgresReaders(DatabaseSettings settings, String setUp) {
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
    try {
      return new Session(pool.getConnection(), Dialect.POSTGRESQL);
    } catch (SQLTransientConnectionException e) {
      throw new StoreAwayException("no reader of the store became free: " + e.getMessage(), e);
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
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
