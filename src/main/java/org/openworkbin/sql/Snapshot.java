package org.openworkbin.sql;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One unchanging view of the store for a reader that takes its time between its statements. It ends
 * by itself when its limit is over, whatever the reader is doing then.
 */
public final class Snapshot {
  private final Session session;
  private final Duration limit;
  private final Runnable giveBack;
  private final ReentrantLock lock = new ReentrantLock();
  private final long start = System.nanoTime();
  private boolean over;

  Snapshot(Session session, Duration limit, Runnable giveBack) throws SQLException {
    this.session = session;
    this.limit = limit;
    this.giveBack = giveBack;
    switch (session.dialect()) {
      case SQLITE -> session.execute("begin");
      case POSTGRESQL -> session.execute("begin isolation level repeatable read, read only");
    }
  }

  /**
   * Runs statements on the view; what they return has to be fetched completely.
   *
   * @throws SnapshotExpiredException if the limit is over
   */
  public <T> T query(Work<T> work) {
    lock.lock();
    try {
      if (over || System.nanoTime() - start > limit.toNanos()) {
        throw new SnapshotExpiredException(limit);
      }
      return run(work);
    } catch (SQLException e) {
      throw Faults.translated(e);
    } finally {
      lock.unlock();
    }
  }

  private <T> T run(Work<T> work) throws SQLException {
    try {
      return work.run(session);
    } catch (SQLException e) {
      session.forget();
      throw e;
    }
  }

  /** Ends the view; called by its reader at the end, or by the watch at the limit. */
  void end() throws SQLException {
    lock.lock();
    try {
      if (!over) {
        over = true;
        try {
          session.execute("rollback");
        } finally {
          giveBack.run();
        }
      }
    } finally {
      lock.unlock();
    }
  }
}
