package org.openworkbin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openworkbin.sql.Database;
import org.openworkbin.sql.DatabaseSettings;
import org.openworkbin.sql.Dialect;
import org.springframework.util.FileSystemUtils;

/**
 * A fresh store for a test class, in a new SQLite file or a new database of the shared PostgreSQL.
 * Closing it removes it.
 */
public final class Stores implements AutoCloseable {
  private static final String FILE = "open-workbin.db";
  private static byte @Nullable [] migrated;

  private final Path data;
  private final DatabaseSettings settings;
  private final @Nullable TestPostgres postgres;
  private final boolean removed;
  private @Nullable Database database;

  private Stores(
      Path data, DatabaseSettings settings, @Nullable TestPostgres postgres, boolean removed) {
    this.removed = removed;
    this.data = data;
    this.settings = settings;
    this.postgres = postgres;
  }

  /** A store that is not open yet. */
  public static Stores fresh(Dialect dialect) {
    try {
      Path data = Files.createTempDirectory("open-workbin-test");
      return switch (dialect) {
        case SQLITE -> {
          Files.write(data.resolve(FILE), migratedFile());
          yield new Stores(data, DatabaseSettings.of("", "", ""), null, true);
        }
        case POSTGRESQL ->
            new Stores(data, TestPostgres.shared().migratedDatabase(), TestPostgres.shared(), true);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A SQLite file with the newest schema and nothing else in it. */
  private static synchronized byte[] migratedFile() throws IOException {
    if (migrated == null) {
      Path template = Files.createTempDirectory("open-workbin-test");
      Database.open(DatabaseSettings.of("", "", ""), template).close();
      migrated = Files.readAllBytes(template.resolve(FILE));
      FileSystemUtils.deleteRecursively(template);
    }
    return migrated;
  }

  /** A store somewhere else, which closing leaves as it is. */
  public static Stores on(DatabaseSettings settings, Path data) {
    return new Stores(data, settings, null, false);
  }

  /** A store that is not open yet, in a new database of that PostgreSQL. */
  public static Stores fresh(TestPostgres postgres) {
    try {
      Path data = Files.createTempDirectory("open-workbin-test");
      return new Stores(data, postgres.emptyDatabase(), postgres, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The data folder; it exists. */
  public Path data() {
    return data;
  }

  public DatabaseSettings settings() {
    return settings;
  }

  /** The properties that make a Spring Boot application use this store. */
  public Map<String, String> properties() {
    return Map.of(
        "open-workbin.data", data.toString(),
        "open-workbin.database.url", settings.url(),
        "open-workbin.database.username", settings.username(),
        "open-workbin.database.password", settings.password());
  }

  /** The open store; opened at the first call and after {@link #closeDatabase}. */
  public Database database() {
    if (database == null) {
      database = Database.open(settings, data);
    }
    return database;
  }

  /** Closes the store and keeps what is in it. */
  public void closeDatabase() {
    if (database != null) {
      database.close();
      database = null;
    }
  }

  /** A connection beside the store's own, for a test to look with or to get in the way with. */
  public Connection connection() throws SQLException {
    String url = settings.url().isEmpty() ? "jdbc:sqlite:" + data.resolve(FILE) : settings.url();
    return DriverManager.getConnection(url, settings.username(), settings.password());
  }

  @Override
  public void close() {
    closeDatabase();
    if (postgres != null) {
      postgres.drop(settings);
    }
    if (!removed) {
      return;
    }
    try {
      FileSystemUtils.deleteRecursively(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
