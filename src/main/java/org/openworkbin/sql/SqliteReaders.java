package org.openworkbin.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions on an SQLite file that keep their prepared statements, under a semaphore. The one that
 * was given back last is borrowed first: each has a cache of its own, and those that are not needed
 * at the same time stay empty.
 */
final class SqliteReaders implements Readers {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteReaders.class);

  private final DatabaseSettings settings;
  private final Semaphore permits;
  private final Deque<Session> free = new ConcurrentLinkedDeque<>();
  private final List<Session> all = new ArrayList<>();

  /** Opens a session. */
  interface Opener {
    Session open() throws SQLException;
  }

  SqliteReaders(Opener opener, DatabaseSettings settings) throws SQLException {
    this.settings = settings;
    this.permits = new Semaphore(settings.readers());
    for (int i = 0; i < settings.readers(); i++) {
      all.add(opener.open());
    }
    free.addAll(all);
  }

  @Override
  public Session borrow() {
    try {
      if (!permits.tryAcquire(settings.readerWait().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new StoreAwayException(
            "no reader of the store became free in %d ms: %d of %d (open-workbin.database.readers)"
                    .formatted(
                        settings.readerWait().toMillis(), settings.readers(), settings.readers())
                + " are busy and "
                + permits.getQueueLength()
                + " wait",
            null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreAwayException("interrupted while waiting for a reader of the store", e);
    }
    Session session = free.poll();
    if (session == null) {
      permits.release();
      throw new StoreAwayException("the store is closed", null);
    }
    return session;
  }

  @Override
  public boolean isEmpty() {
    return all.isEmpty();
  }

  @Override
  public void giveBack(Session session) {
    free.addFirst(session);
    permits.release();
  }

  @Override
  public void close() {
    permits.drainPermits();
    free.clear();
    for (Session session : all) {
      try {
        session.close();
      } catch (SQLException e) {
        LOG.warn("A reader of the store could not be closed", e);
      }
    }
  }
}
