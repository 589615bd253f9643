package org.openworkbin.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openworkbin.sql.Database;
import org.openworkbin.sql.DatabaseSettings;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL server that keeps what it acknowledges. Its databases belong to an ordinary
 * role without any privilege beyond them.
 */
public final class TestPostgres implements AutoCloseable {
  private static final String ROLE = "workbin";
  private static final String TEMPLATE = "migrated";
  private static @Nullable TestPostgres shared;

  private final AtomicInteger databases = new AtomicInteger();
  private final @Nullable Path folder;
  private final String fsync;
  private EmbeddedPostgres server;

  private TestPostgres(@Nullable Path folder, String fsync) throws IOException {
    this.folder = folder;
    this.fsync = fsync;
    this.server = start(0);
    execute("create role " + ROLE + " login password '" + ROLE + "'");
  }

  /** The server that all tests of this JVM share; it ends with the JVM. */
  public static synchronized TestPostgres shared() {
    if (shared == null) {
      try {
        shared = new TestPostgres(null, "on");
        shared.makeTemplate();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return shared;
  }

  /** A server of one's own in that folder, which can be stopped and started again. */
  public static TestPostgres in(Path folder) throws IOException {
    return new TestPostgres(folder, "on");
  }

  /** A server that does not keep what it acknowledged when the machine loses power. */
  public static TestPostgres forgetful() throws IOException {
    return new TestPostgres(null, "off");
  }

  private EmbeddedPostgres start(int port) throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setPort(port)
            .setServerConfig("fsync", fsync)
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "100")
            .setServerConfig("timezone", "Asia/Kathmandu")
            .setPGStartupWait(Duration.ofSeconds(60));
    if (folder != null) {
      builder.setDataDirectory(folder).setCleanDataDirectory(false);
    }
    return builder.start();
  }

  /** Stops the server as an operator would; what was acknowledged is kept. */
  public void stop() throws IOException {
    server.close();
  }

  /** Kills all its processes at once; what was acknowledged is kept. */
  public void kill() throws IOException {
    ProcessHandle postmaster = postmaster();
    List<ProcessHandle> all =
        Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
    closeDead();
  }

  /** Kills one of its processes; it ends all others by itself and recovers. */
  public void killBackend(String applicationName) throws IOException {
    long pid = pidOf(applicationName);
    postmaster()
        .descendants()
        .filter(process -> process.pid() == pid)
        .forEach(ProcessHandle::destroyForcibly);
  }

  private long pidOf(String applicationName) {
    String sql = "select pid from pg_stat_activity where application_name = ?";
    try (Connection connection = server.getPostgresDatabase().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, applicationName);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Ends it without a word to its clients, as {@code pg_ctl stop -m immediate} does. */
  public void stopAtOnce() throws IOException, InterruptedException {
    ProcessHandle postmaster = postmaster();
    new ProcessBuilder("kill", "-QUIT", Long.toString(postmaster.pid())).start().waitFor();
    postmaster.onExit().join();
    closeDead();
  }

  /** The library lets the folder go; that it finds no server there to stop is no error here. */
  private void closeDead() throws IOException {
    Logger log = (Logger) LoggerFactory.getLogger(EmbeddedPostgres.class);
    log.setLevel(Level.OFF);
    server.close();
    log.setLevel(null);
  }

  private ProcessHandle postmaster() throws IOException {
    String pid = Files.readAllLines(dataFolder().resolve("postmaster.pid")).getFirst();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  private Path dataFolder() {
    if (folder == null) {
      throw new IllegalStateException("the shared server is not to be killed");
    }
    return folder;
  }

  /** Starts it again at the same port. */
  public void startAgain() throws IOException {
    server = start(server.getPort());
  }

  /** Settings for a new database with nothing in it. */
  public DatabaseSettings emptyDatabase() {
    String name = "empty" + databases.incrementAndGet();
    execute("create database " + name + " owner " + ROLE);
    return settings(name);
  }

  /** Settings for a new database with the newest schema and nothing else in it. */
  public DatabaseSettings migratedDatabase() {
    String name = "store" + databases.incrementAndGet();
    execute("create database " + name + " template " + TEMPLATE + " owner " + ROLE);
    return settings(name);
  }

  private void makeTemplate() {
    execute("create database " + TEMPLATE + " owner " + ROLE);
    Database.open(settings(TEMPLATE), Path.of("target")).close();
  }

  /** Removes a database, whoever is connected to it. */
  public void drop(DatabaseSettings settings) {
    String name = settings.url().substring(settings.url().lastIndexOf('/') + 1);
    execute("drop database " + name + " with (force)");
  }

  private DatabaseSettings settings(String name) {
    return DatabaseSettings.of(
        "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name, ROLE, ROLE);
  }

  /** Runs a statement as the server's administrator. */
  public void execute(String sql) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
