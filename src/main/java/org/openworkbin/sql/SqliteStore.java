package org.openworkbin.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/** A store in one SQLite file, with its lock file beside it. */
final class SqliteStore implements Store {
  private static final int WAIT_FOR_LOCK_MS = 10_000;
  private static final int WRITER_CACHE_KIB = 64 * 1024;
  private static final int READER_CACHE_KIB = 8 * 1024;

  /**
   * With pages of 4 KiB a log of 128 MiB: so far it grows only where SqliteCheckpoints does not
   * keep up, and then the writer does it.
   */
  private static final int CHECKPOINT_PAGES = 32 * 1024;

  private static final int PRIMARY_CODE = 0xFF;
  private static final int BUSY = 5;
  private static final int READ_ONLY = 8;
  private static final int IO_ERROR = 10;
  private static final int FULL = 13;
  private static final int CANNOT_OPEN = 14;

  private static final String INTEGRITY =
      "select integrity_check from pragma_integrity_check where integrity_check <> 'ok'";
  private static final String DANGLING = "select distinct \"table\" from pragma_foreign_key_check";

  private final Path folder;
  private final Path file;
  private final DatabaseSettings settings;
  private @Nullable FileClaim claim;
  private @Nullable SqliteCheckpoints checkpoints;

  SqliteStore(Path folder, String name, DatabaseSettings settings) {
    this.folder = folder;
    this.file = folder.resolve(name);
    this.settings = settings;
  }

  @Override
  public Dialect dialect() {
    return Dialect.SQLITE;
  }

  @Override
  public String place() {
    return file.toString();
  }

  @Override
  public Optional<Session> inspect() throws SQLException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    // Without a lock file no server has opened it since it was put there.
    if (Files.exists(beside(".lock"))) {
      claimFile();
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    SQLiteDataSource source = new SQLiteDataSource(config);
    // SQLite would leave a log behind even where it only reads, unless it is told that nobody
    // writes. What a log holds already it must read.
    boolean rests = !Files.exists(beside("-wal"));
    source.setUrl("jdbc:sqlite:" + file.toUri() + (rests ? "?immutable=1" : "?mode=ro"));
    return Optional.of(new Session(source.getConnection(), dialect()));
  }

  private Path beside(String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  private void claimFile() {
    try {
      claim = FileClaim.of(beside(".lock"));
    } catch (IOException e) {
      throw new UncheckedIOException("the store " + file + " can't be opened", e);
    }
  }

  @Override
  public void claim() {
    if (claim == null) {
      try {
        OwnerOnly.folder(folder);
        claimFile();
        OwnerOnly.file(file);
      } catch (IOException e) {
        throw new UncheckedIOException("the store " + file + " can't be opened", e);
      }
    }
  }

  @Override
  public DataSource migrations() {
    return source(WRITER_CACHE_KIB);
  }

  @Override
  public Session openWriter() throws SQLException {
    Session session = new Session(source(WRITER_CACHE_KIB).getConnection(), dialect());
    try {
      session.execute("pragma wal_autocheckpoint = " + CHECKPOINT_PAGES);
      // Fails where nothing can be written.
      session.begin();
      session.rollback();
    } catch (SQLException e) {
      session.close();
      throw e;
    }
    return session;
  }

  @Override
  public Readers openReaders() throws SQLException {
    return new SqliteReaders(this::openReader, settings);
  }

  private Session openReader() throws SQLException {
    Session session = new Session(source(READER_CACHE_KIB).getConnection(), dialect());
    session.execute("pragma query_only = on");
    return session;
  }

  private DataSource source(int cacheKib) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(WAIT_FOR_LOCK_MS);
    config.setCacheSize(-cacheKib);
    // Each session is used by one thread at a time.
    config.setOpenMode(SQLiteOpenMode.NOMUTEX);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  @Override
  public Trouble trouble(Session writer, SQLException error) {
    // What SQLite calls an I/O error it may have met after the last byte of a commit.
    return switch (error.getErrorCode() & PRIMARY_CODE) {
      case FULL, BUSY -> Trouble.NOT_NOW;
      case READ_ONLY -> Trouble.READ_ONLY;
      case IO_ERROR, CANNOT_OPEN -> Trouble.LOST;
      default -> Trouble.STATEMENT;
    };
  }

  @Override
  public void lookAfter(Writer writer, SnapshotTurns snapshots) {
    checkpoints = new SqliteCheckpoints(this::openReader, writer, snapshots);
  }

  @Override
  public List<String> check(Session reader) {
    List<String> faults = new ArrayList<>();
    reader.client().sql(INTEGRITY).query(String.class).stream()
        .forEach(line -> faults.add("SQLite: " + line));
    reader.client().sql(DANGLING).query(String.class).stream()
        .forEach(table -> faults.add("SQLite: a row of " + table + " points to a missing one"));
    return faults;
  }

  @Override
  public void close() {
    if (checkpoints != null) {
      // Its session is the last one, and leaves no log behind.
      checkpoints.close();
      checkpoints = null;
    }
    if (claim != null) {
      claim.close();
      claim = null;
    }
  }
}
