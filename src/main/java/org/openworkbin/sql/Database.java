package org.openworkbin.sql;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The open store: this process has it alone, it has the newest schema, one writer and a bounded
 * number of readers. Thread-safe. Faults of the database are Spring's {@code DataAccessException}s;
 * where it is away they are {@link DataAccessResourceFailureException}s.
 */
public final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final String SQLITE_URL = "jdbc:sqlite:";
  private static final String POSTGRESQL_URL = "jdbc:postgresql:";

  private final Store store;
  private final Writer writer;
  private final Readers readers;
  private final SnapshotTurns snapshots;

  private Database(Store store, Writer writer, Readers readers, SnapshotTurns snapshots) {
    this.store = store;
    this.writer = writer;
    this.readers = readers;
    this.snapshots = snapshots;
  }

  /**
   * Takes the store for this process, brings its schema up to date and starts the writer.
   *
   * @param data the data folder
   * @throws StoreInUseException if another process has the store
   * @throws StoreSettingsException if it can't be opened as configured
   */
  public static Database open(DatabaseSettings settings, Path data) {
    Store store = store(settings, data);
    try {
      store.claim();
      Migrations.run(store);
      Writer writer = new Writer(store, store.openWriter());
      SnapshotTurns snapshots = new SnapshotTurns(settings);
      Database database = new Database(store, writer, store.openReaders(), snapshots);
      writer.start();
      store.lookAfter(writer, snapshots);
      return database;
    } catch (SQLException e) {
      store.close();
      throw Faults.translated(e);
    } catch (RuntimeException | Error e) {
      store.close();
      throw e;
    }
  }

  /** The store that the settings name, neither claimed nor opened. */
  static Store store(DatabaseSettings settings, Path data) {
    String url = settings.url().strip();
    if (url.isEmpty()) {
      return new SqliteStore(data.toAbsolutePath(), "open-workbin.db", settings);
    }
    if (url.startsWith(SQLITE_URL)) {
      Path file = Path.of(url.substring(SQLITE_URL.length())).toAbsolutePath();
      return new SqliteStore(file.resolveSibling(""), file.getFileName().toString(), settings);
    }
    if (url.startsWith(POSTGRESQL_URL)) {
      return new PostgresStore(settings);
    }
    throw new StoreSettingsException(
        "open-workbin.database.url must begin with " + SQLITE_URL + " or " + POSTGRESQL_URL);
  }

  public Dialect dialect() {
    return store.dialect();
  }

  /** The writer, for those that decide by themselves what is one transaction. */
  public Writer writer() {
    return writer;
  }

  /** Reads, each statement for itself; waits for a free reader and never for the writer. */
  public <T> T read(Work<T> work) {
    try {
      Session session = borrow();
      try {
        return work.run(session);
      } catch (SQLException e) {
        session.forget();
        throw e;
      } finally {
        readers.giveBack(session);
      }
    } catch (SQLException e) {
      throw Faults.translated(e);
    }
  }

  /** Waits for a reader, unless there is none and none to be had. */
  private Session borrow() throws SQLException {
    if (writer.isUnreachable() && readers.isEmpty()) {
      throw new StoreAwayException("the store is away, and no reader is connected to it", null);
    }
    return readers.borrow();
  }

  /**
   * Runs that work in a transaction of its own and waits until it is durable. All writes of the
   * process come one after another, so the work is on the way of every move: it has to be quick,
   * and must not call this method again. What it throws undoes it and is thrown here.
   *
   * @throws StoreAwayException if the store is away; where it went away during the commit, the work
   *     may have been done
   */
  public <T> T write(Work<T> work) {
    return writer.write(work);
  }

  /**
   * Reads from one unchanging view of the store, which is kept for at most {@code limit}.
   *
   * @throws SnapshotExpiredException if the work takes longer
   */
  public void snapshot(Duration limit, SnapshotWork work) {
    snapshots.take();
    CountDownLatch done = new CountDownLatch(1);
    try {
      Snapshot snapshot = openSnapshot(limit);
      Thread.ofVirtual().name("snapshot-limit").start(() -> endAfter(limit, done, snapshot));
      try {
        work.run(snapshot);
      } finally {
        done.countDown();
        snapshot.end();
      }
    } catch (SQLException e) {
      throw Faults.translated(e);
    }
  }

  private Snapshot openSnapshot(Duration limit) throws SQLException {
    Session session;
    try {
      session = borrow();
    } catch (SQLException | RuntimeException e) {
      snapshots.giveBack();
      throw e;
    }
    Runnable giveBack =
        () -> {
          readers.giveBack(session);
          snapshots.giveBack();
        };
    try {
      return new Snapshot(session, limit, giveBack);
    } catch (SQLException | RuntimeException e) {
      giveBack.run();
      throw e;
    }
  }

  private static void endAfter(Duration limit, CountDownLatch done, Snapshot snapshot) {
    try {
      if (!done.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        snapshot.end();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      LOG.debug("The snapshot was lost", e);
    }
  }

  /** Runs what is queued, then gives the store back. */
  @Override
  public void close() {
    writer.stop();
    readers.close();
    store.close();
  }
}
