package org.openworkbin.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions on an SQLite file that keep their prepared statements. The one that was given back last
 * is borrowed first: each has a cache of its own, and those that are not needed at the same time
 * stay empty.
 */
final class SqliteReaders implements Readers {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteReaders.class);

  private final ReaderPermits permits;
  private final Deque<Session> free = new ConcurrentLinkedDeque<>();
  private final List<Session> all = new ArrayList<>();

  /** Opens a session. */
  interface Opener {
    Session open() throws SQLException;
  }

  SqliteReaders(Opener opener, DatabaseSettings settings) throws SQLException {
    this.permits = new ReaderPermits(settings);
    for (int i = 0; i < settings.readers(); i++) {
      all.add(opener.open());
    }
    free.addAll(all);
  }

  @Override
  public Session borrow() {
    permits.take();
    Session session = free.poll();
    if (session == null) {
      permits.giveBack();
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
    permits.giveBack();
  }

  @Override
  public void close() {
    permits.close();
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
