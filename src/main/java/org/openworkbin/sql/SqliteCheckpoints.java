package org.openworkbin.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Brings what SQLite's log holds into the file beside it, on a thread and a session of its own, so
 * that the writer need not stop for it. Only while nothing is left in the log may the next write
 * begin it anew, and where writes never pause that is never: then the writer does the last part,
 * when that is small. What an open snapshot still needs stays in the log; where one begins before
 * the other ends that would be all, so no further one is opened while the log is too long.
 */
final class SqliteCheckpoints implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteCheckpoints.class);
  private static final long LOOK_EVERY_MS = 100;

  /** With pages of 4 KiB 16 MiB: so long it may grow while there are writes. */
  private static final int LONG = 4096;

  /** What the writer can do itself in a few milliseconds. */
  private static final int SHORT = 512;

  /** So long it is only where snapshots are in the way: 64 MiB. */
  private static final int TOO_LONG = 4 * LONG;

  private static final int PASSES = 6;

  private final SqliteReaders.Opener opener;
  private final Writer writer;
  private final SnapshotTurns snapshots;
  private final CountDownLatch end = new CountDownLatch(1);
  private final Thread thread;
  private @Nullable Session session;
  private Log before = new Log(0, 0);

  /** How many pages the log has, and how many of them are in the file too. */
  private record Log(int pages, int done) {
    int left() {
      return pages - done;
    }
  }

  SqliteCheckpoints(SqliteReaders.Opener opener, Writer writer, SnapshotTurns snapshots) {
    this.opener = opener;
    this.writer = writer;
    this.snapshots = snapshots;
    this.thread = Thread.ofPlatform().name("store-checkpoints").daemon().start(this::loop);
  }

  private void loop() {
    try {
      while (!end.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException _) {
      LOG.warn("The checkpoints were interrupted and end: the writer makes them");
    } finally {
      forget();
    }
  }

  private void look() {
    try {
      Session open = session;
      if (open == null) {
        open = opener.open();
        session = open;
      }
      look(open);
    } catch (SQLException | DataAccessException e) {
      // The writer meets the same trouble and says so.
      LOG.debug("No checkpoint now", e);
      forget();
    }
  }

  private void look(Session open) throws SQLException {
    Log now = asked(open, "pragma wal_checkpoint(noop)");
    boolean pause = now.equals(before);
    before = now;
    if (now.left() == 0 || now.pages() <= LONG) {
      snapshots.letGo();
    }
    if (now.left() == 0) {
      return;
    }
    if (now.pages() > LONG) {
      shorten(open);
    } else if (pause) {
      pass(open);
    }
  }

  /** Each pass has less to do than the one before, since less was written meanwhile. */
  private void shorten(Session open) throws SQLException {
    Log log = pass(open);
    for (int i = 1; i < PASSES && log.left() > SHORT; i++) {
      log = pass(open);
    }
    if (log.left() > 0 && log.left() <= SHORT) {
      log = writer.outsideOfTransactions(SqliteCheckpoints::pass);
    }
    if (log.left() == 0) {
      snapshots.letGo();
    } else if (log.pages() > TOO_LONG) {
      snapshots.hold();
    }
  }

  /** Passive: waits for nobody; what a reader still needs is left for the next one. */
  private static Log pass(Session open) throws SQLException {
    asked(open, "pragma wal_checkpoint(passive)");
    return asked(open, "pragma wal_checkpoint(noop)");
  }

  private static Log asked(Session open, String pragma) throws SQLException {
    try (ResultSet row = open.prepared(pragma).executeQuery()) {
      row.next();
      return new Log(row.getInt(2), row.getInt(3));
    }
  }

  private void forget() {
    snapshots.letGo();
    Session open = session;
    session = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        LOG.debug("The session of the checkpoints was lost", e);
      }
    }
  }

  @Override
  public void close() {
    end.countDown();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
