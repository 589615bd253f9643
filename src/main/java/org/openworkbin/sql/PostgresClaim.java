package org.openworkbin.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session advisory lock on a connection of its own, looked at every second. It ends with the
 * connection, so that a dead process holds nothing.
 */
final class PostgresClaim implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresClaim.class);
  private static final long KEY = 7_305_808_869_227_718_503L;
  private static final long WATCH_SECONDS = 1;

  // A process that was killed a moment ago may still be connected.
  private static final Duration WAIT = Duration.ofSeconds(5);
  private static final Duration WAIT_AGAIN = Duration.ofSeconds(1);
  private static final Duration TRY_AGAIN = Duration.ofMillis(100);

  private static final String HOLDER =
      """
      select coalesce(string_agg(host(client_addr) || ' since ' || backend_start::text, ', '), '')
      from pg_stat_activity where datname = current_database()
        and application_name = 'open-workbin claim' and pid <> pg_backend_pid()
      """;

  private static final String END_EARLIER =
      "select count(pg_terminate_backend(pid)) from pg_stat_activity"
          + " where application_name = 'open-workbin claim' and pid = ";

  private final Connector connector;
  private final Runnable lost;
  private final ReentrantLock lock = new ReentrantLock();
  private final CountDownLatch closed = new CountDownLatch(1);
  private @Nullable Connection connection;
  private String backend = "";
  private @Nullable Thread watch;

  /** Opens a connection under that name. */
  interface Connector {
    Connection connect(String role) throws SQLException;
  }

  /**
   * A claim that is not taken yet.
   *
   * @param lost called on another thread as soon as the claim is found to be lost
   */
  PostgresClaim(Connector connector, Runnable lost) {
    this.connector = connector;
    this.lost = lost;
  }

  /**
   * Takes the lock, or makes sure that it is still held.
   *
   * @throws StoreInUseException if another session holds it
   */
  void take() throws SQLException {
    lock.lock();
    try {
      if (isHeld()) {
        return;
      }
      drop();
      Connection fresh = connector.connect("claim");
      try {
        endEarlier(fresh);
        lockOn(fresh, watch == null ? WAIT : WAIT_AGAIN);
        backend = first(fresh, "select pg_backend_pid()");
      } catch (SQLException | RuntimeException e) {
        fresh.close();
        throw e;
      }
      connection = fresh;
      if (watch == null) {
        watch = Thread.ofVirtual().name("store-claim").start(this::watch);
      }
    } finally {
      lock.unlock();
    }
  }

  /** A network may have swallowed the earlier connection, and the server not have noticed it. */
  private void endEarlier(Connection fresh) throws SQLException {
    if (!backend.isEmpty()) {
      first(fresh, END_EARLIER + backend);
    }
  }

  private void lockOn(Connection fresh, Duration wait) throws SQLException {
    long start = System.nanoTime();
    while (!first(fresh, "select pg_try_advisory_lock(" + KEY + ")").equals("t")) {
      if (System.nanoTime() - start > wait.toNanos()) {
        throw new StoreInUseException(
            "the store is in use by another process: " + first(fresh, HOLDER));
      }
      pause(TRY_AGAIN);
    }
  }

  private boolean pause(Duration time) {
    try {
      return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static String first(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private boolean isHeld() throws SQLException {
    return connection != null && connection.isValid((int) WAIT.toSeconds());
  }

  private void watch() {
    while (!pause(Duration.ofSeconds(WATCH_SECONDS))) {
      if (!stillHeld()) {
        lost.run();
      }
    }
  }

  private boolean stillHeld() {
    lock.lock();
    try {
      if (connection == null || isHeld()) {
        return true;
      }
      drop();
    } catch (SQLException e) {
      LOG.debug("The claim's connection is lost", e);
    } finally {
      lock.unlock();
    }
    LOG.error("The lock on the store is lost; nothing is written until it is held again");
    return false;
  }

  private void drop() {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        LOG.debug("The claim's connection was lost", e);
      }
      connection = null;
    }
  }

  @Override
  public void close() {
    closed.countDown();
    lock.lock();
    try {
      drop();
    } finally {
      lock.unlock();
    }
  }
}
