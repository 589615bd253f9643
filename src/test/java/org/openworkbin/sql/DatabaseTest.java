package org.openworkbin.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openworkbin.testing.Stores;
import org.openworkbin.testing.TestPostgres;
import org.springframework.dao.DataAccessException;

class DatabaseTest {
  private static final String ONE = "select 1";

  @ParameterizedTest
  @EnumSource
  void schemaIsMadeFromEmptyAndLeftAloneTheSecondTime(Dialect dialect, @TempDir Path folder) {
    DatabaseSettings settings =
        dialect == Dialect.SQLITE
            ? DatabaseSettings.of("", "", "")
            : TestPostgres.shared().emptyDatabase();

    List<String> first = migrations(settings, folder);
    List<String> second = migrations(settings, folder);

    assertThat(first).contains("1").isEqualTo(second);
  }

  private static List<String> migrations(DatabaseSettings settings, Path folder) {
    try (Database database = Database.open(settings, folder)) {
      return database.read(session ->
          session
              .client()
              .sql(
                  "select version || '' from flyway_schema_history where success"
                      + " order by installed_rank")
              .query(String.class)
              .list());
    }
  }

  @ParameterizedTest
  @EnumSource
  void secondOneInThisProcessIsRefused(Dialect dialect) {
    try (Stores stores = Stores.fresh(dialect)) {
      stores.database();

      assertThatThrownBy(() -> Database.open(stores.settings(), stores.data()))
          .isInstanceOf(StoreInUseException.class)
          .hasMessageContaining("in use by");

      stores.closeDatabase();
      Database.open(stores.settings(), stores.data()).close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void secondProcessIsRefusedAndADeadOneHoldsNothing(Dialect dialect) throws Exception {
    try (Stores stores = Stores.fresh(dialect)) {
      Process other = otherProcess(stores);
      try (var lines = other.inputReader()) {
        assertThat(lines.readLine()).isEqualTo("open");

        assertThatThrownBy(() -> Database.open(stores.settings(), stores.data()))
            .isInstanceOf(StoreInUseException.class)
            .hasMessageContaining("in use by another process");

        other.destroyForcibly();
        assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
      }
      Database.open(stores.settings(), stores.data()).close();
    }
  }

  private static Process otherProcess(Stores stores) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            OpenStore.class.getName(),
            stores.settings().url(),
            stores.settings().username(),
            stores.settings().password(),
            stores.data().toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Opens a store and waits to be killed. */
  static final class OpenStore {
    private OpenStore() {}

    public static void main(String[] arguments) throws IOException {
      Database.open(
          DatabaseSettings.of(arguments[0], arguments[1], arguments[2]), Path.of(arguments[3]));
      System.out.println("open");
      System.in.read();
    }
  }

  /** As SQLite's driver closes one by itself where the disk fails. */
  @ParameterizedTest
  @EnumSource
  void statementThatFailedOnASnapshotIsPreparedAnew(Dialect dialect) {
    try (Stores stores = Stores.fresh(dialect)) {
      stores
          .database()
          .snapshot(
              Duration.ofMinutes(1),
              snapshot -> {
                snapshot.query(session -> {
                  session.prepared(ONE).close();
                  return true;
                });
                assertThatThrownBy(() -> snapshot.query(DatabaseTest::prepared))
                    .isInstanceOf(DataAccessException.class);
                assertThat(snapshot.query(DatabaseTest::prepared)).isEqualTo(1);
              });
    }
  }

  private static int prepared(Session session) throws SQLException {
    try (ResultSet rows = session.prepared(ONE).executeQuery()) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Test
  void filesAreForTheirOwnerOnly(@TempDir Path folder) throws IOException {
    Path data = folder.resolve("a").resolve("data");
    try (Database database = Database.open(DatabaseSettings.of("", "", ""), data)) {
      database.write(session -> session.client().sql("select 1").query(Long.class).single());

      assertThat(permissions(data)).isEqualTo("rwx------");
      try (var files = Files.list(data)) {
        assertThat(files)
            .isNotEmpty()
            .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
      }
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void anotherDatabaseIsRefusedWithAClearWord(@TempDir Path folder) {
    assertThatThrownBy(() -> Database.open(DatabaseSettings.of("jdbc:mysql://x/y", "", ""), folder))
        .isInstanceOf(StoreSettingsException.class)
        .hasMessageContaining("open-workbin.database.url");
  }

  @Test
  void serverThatForgetsIsRefusedUnlessAllowed(@TempDir Path folder) throws IOException {
    try (TestPostgres server = TestPostgres.forgetful()) {
      DatabaseSettings settings = server.emptyDatabase();

      assertThatThrownBy(() -> Database.open(settings, folder))
          .isInstanceOf(StoreSettingsException.class)
          .hasMessageContaining("fsync=off");

      DatabaseSettings allowed =
          new DatabaseSettings(
              settings.url(),
              settings.username(),
              settings.password(),
              settings.readers(),
              settings.readerWait(),
              true);
      Database.open(allowed, folder).close();
    }
  }

  @Test
  void sqliteIsDurableAndChecksItsReferences(@TempDir Path folder) {
    try (Database database = Database.open(DatabaseSettings.of("", "", ""), folder)) {
      assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
      assertThat(pragma(database, "synchronous")).isEqualTo("2");
      assertThat(pragma(database, "foreign_keys")).isEqualTo("1");
    }
  }

  /** Each has a cache of its own, and need not be filled without need. */
  @Test
  void readsOneAfterTheOtherShareASession(@TempDir Path folder) {
    try (Database database = Database.open(DatabaseSettings.of("", "", ""), folder)) {
      Session first = database.read(session -> session);

      assertThat(database.<Session>read(session -> session)).isSameAs(first);
    }
  }

  private static String pragma(Database database, String name) {
    return database.write(
        session -> session.client().sql("pragma " + name).query(String.class).single());
  }

  @ParameterizedTest
  @EnumSource
  void readersCanNotWrite(Dialect dialect) {
    try (Stores stores = Stores.fresh(dialect)) {
      assertThatThrownBy(() ->
              stores
                  .database()
                  .read(session -> session.client().sql("delete from journal").update()))
          .isInstanceOf(DataAccessException.class);
    }
  }

  @Test
  void readsDoNotWaitWhileTheStoreIsKnownToBeAway(@TempDir Path folder) throws IOException {
    try (TestPostgres server = TestPostgres.in(folder.resolve("server"))) {
      DatabaseSettings settings = server.emptyDatabase();
      DatabaseSettings impatient =
          new DatabaseSettings(
              settings.url(),
              settings.username(),
              settings.password(),
              2,
              Duration.ofMillis(500),
              false);
      try (Database database = Database.open(impatient, folder)) {
        server.stop();

        Awaitility.await()
            .untilAsserted(() ->
                assertThatThrownBy(() -> database.read(DatabaseTest::one))
                    .isInstanceOf(StoreAwayException.class)
                    .hasMessageContaining("no reader is connected"));

        server.startAgain();
        Awaitility.await()
            .ignoreExceptions()
            .untilAsserted(() -> assertThat(database.read(DatabaseTest::one)).isEqualTo(1));
      }
    }
  }

  private static long one(Session session) {
    return session.client().sql("select 1").query(Long.class).single();
  }

  @ParameterizedTest
  @EnumSource
  void writerSurvivesAFailedWrite(Dialect dialect) {
    try (Stores stores = Stores.fresh(dialect)) {
      assertThatThrownBy(() ->
              stores
                  .database()
                  .write(session -> session.client().sql("delete from nothing").update()))
          .isInstanceOf(DataAccessException.class);

      assertThat(
              stores
                  .database()
                  .<Integer>write(session -> session.client().sql("delete from journal").update()))
          .isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void writerSurvivesAnErrorOfTheMachine(Dialect dialect) {
    try (Stores stores = Stores.fresh(dialect)) {
      stores.database().writer().submit(new Overflow());

      Awaitility.await()
          .ignoreExceptions()
          .untilAsserted(
              () -> assertThat(stores.database().<Long>write(DatabaseTest::one)).isEqualTo(1));
    }
  }

  private static final class Overflow implements Writer.Job {

    @Override
    public void run(Session session) {
      throw new StackOverflowError("planted");
    }

    @Override
    public void away(StoreAwayException why) {}
  }
}
