package org.openworkbin.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openworkbin.testing.Stores;
import org.openworkbin.testing.TestPostgres;
import org.springframework.dao.DataAccessException;

class StoreCheckTest {
  private static final Work<List<String>> COUNT_BINS =
      session ->
          session.client().sql("select 'bins: ' || count(*) from bin").query(String.class).list();

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void aStoreOfThisProgramHasItsContentLookedAt(Dialect dialect) {
    DatabaseSettings settings = empty(dialect);
    Database.open(settings, folder).close();

    assertThat(StoreCheck.findings(settings, folder, COUNT_BINS)).containsExactly("bins: 0");
  }

  @ParameterizedTest
  @EnumSource
  void anOlderStoreIsNotBroughtUpToDate(Dialect dialect) {
    DatabaseSettings settings = empty(dialect);
    Flyway old = flyway(dialect, settings, "1");
    old.migrate();
    Map<String, String> before = files();

    List<String> findings = StoreCheck.findings(settings, folder, COUNT_BINS);

    assertThat(findings)
        .singleElement()
        .asString()
        .startsWith(
            "The store has schema version 1, this program brings %s:"
                .formatted(newest(flyway(dialect, settings, "latest"))));
    assertThat(old.info().applied()).hasSize(1);
    assertThat(files()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void aStoreOfANewerProgramIsSaidToBeOne(Dialect dialect) throws SQLException {
    DatabaseSettings settings = empty(dialect);
    Database.open(settings, folder).close();
    change(
        settings,
        "insert into flyway_schema_history values (900, '900', 'later', 'SQL', 'V900__later.sql',"
            + " 1, 'test', current_timestamp, 1, true)");

    assertThat(StoreCheck.findings(settings, folder, COUNT_BINS))
        .singleElement()
        .asString()
        .startsWith("The store has schema version 900, this program brings only ");
  }

  @ParameterizedTest
  @EnumSource
  void aMigrationThatIsNotThisProgramsIsFound(Dialect dialect) throws SQLException {
    DatabaseSettings settings = empty(dialect);
    Database.open(settings, folder).close();
    change(settings, "update flyway_schema_history set checksum = 1 where version = '1'");

    assertThat(StoreCheck.findings(settings, folder, COUNT_BINS))
        .containsExactly("The migration 1 of the store is not this program's: CHECKSUM_MISMATCH.");
  }

  @ParameterizedTest
  @EnumSource
  void aDatabaseWithoutAStoreStaysEmpty(Dialect dialect) throws IOException {
    DatabaseSettings settings = empty(dialect);
    if (dialect == Dialect.SQLITE) {
      Files.createFile(folder.resolve("open-workbin.db"));
    }
    Map<String, String> before = files();

    assertThat(StoreCheck.findings(settings, folder, COUNT_BINS))
        .singleElement()
        .asString()
        .startsWith("There is no store in ");
    assertThat(flyway(dialect, settings, "latest").info().applied()).isEmpty();
    assertThat(files()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void nothingCanBeWrittenThroughIt(Dialect dialect) {
    DatabaseSettings settings = empty(dialect);
    Database.open(settings, folder).close();

    assertThatThrownBy(() ->
            StoreCheck.findings(
                settings,
                folder,
                session -> {
                  session.client().sql("delete from journal").update();
                  return List.of();
                }))
        .isInstanceOf(DataAccessException.class);
  }

  @ParameterizedTest
  @EnumSource
  void aStoreInUseIsRefusedAndOneThatWasCheckedIsFree(Dialect dialect) {
    DatabaseSettings settings = empty(dialect);
    try (Database _ = Database.open(settings, folder)) {
      assertThatThrownBy(() -> StoreCheck.findings(settings, folder, COUNT_BINS))
          .isInstanceOf(StoreInUseException.class);
    }
    StoreCheck.findings(settings, folder, COUNT_BINS);

    Database.open(settings, folder).close();
  }

  @Test
  void filesStayAsTheyAre() {
    DatabaseSettings settings = empty(Dialect.SQLITE);
    Database.open(settings, folder).close();
    Map<String, String> before = files();

    StoreCheck.findings(settings, folder, COUNT_BINS);

    assertThat(files()).isEqualTo(before).hasSize(2);
  }

  @Test
  void whatOnlyTheLogHoldsIsSeen() throws IOException {
    try (Stores running = Stores.fresh(Dialect.SQLITE)) {
      running
          .database()
          .write(session ->
              session
                  .client()
                  .sql("insert into bin (workbin, owner_kind, owner) values ('w', 0, 'o')")
                  .update());
      for (String suffix : List.of("", "-wal")) {
        String name = "open-workbin.db" + suffix;
        Files.copy(running.data().resolve(name), folder.resolve(name));
      }

      assertThat(StoreCheck.findings(running.settings(), folder, COUNT_BINS))
          .containsExactly("bins: 1");
    }
  }

  private static DatabaseSettings empty(Dialect dialect) {
    return dialect == Dialect.SQLITE
        ? DatabaseSettings.of("", "", "")
        : TestPostgres.shared().emptyDatabase();
  }

  private String url(DatabaseSettings settings) {
    return settings.url().isEmpty()
        ? "jdbc:sqlite:" + folder.resolve("open-workbin.db")
        : settings.url();
  }

  private Flyway flyway(Dialect dialect, DatabaseSettings settings, String target) {
    return Flyway.configure()
        .dataSource(url(settings), settings.username(), settings.password())
        .locations(
            "classpath:db/migration/common", "classpath:db/migration/" + dialect.migrationFolder())
        .target(target)
        .load();
  }

  private static String newest(Flyway flyway) {
    MigrationInfo[] all = flyway.info().all();
    return all[all.length - 1].getVersion().toString();
  }

  private void change(DatabaseSettings settings, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(url(settings), settings.username(), settings.password());
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  /** What is in the folder, each file with its content. */
  private Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    try (var all = Files.list(folder)) {
      for (Path file : all.toList()) {
        files.put(file.getFileName().toString(), Arrays.hashCode(Files.readAllBytes(file)) + "");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
