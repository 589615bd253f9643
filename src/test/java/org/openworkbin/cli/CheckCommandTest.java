package org.openworkbin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.Stores;

class CheckCommandTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void theDemoIsSound(Dialect dialect) throws IOException {
    try (Stores store = Stores.fresh(dialect)) {
      load(store);

      CommandLineRun result = check(store);

      assertThat(result.out().strip()).isEqualTo("Configuration and store are sound.");
      assertThat(result.code()).isZero();
    }
  }

  @Test
  void whereThereIsNoStoreNoneIsMade() {
    Path data = folder.resolve("data");

    CommandLineRun result = CommandLineRun.of("check", "--data", data.toString());

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out().lines())
        .containsExactly(
            "There is no store in %s; serve, demo and import make one."
                .formatted(data.resolve("open-workbin.db")),
            "1 found.");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @EnumSource
  void countersThatDoNotFitAreFound(Dialect dialect) throws IOException, SQLException {
    try (Stores store = Stores.fresh(dialect)) {
      load(store);
      try (Connection beside = store.connection();
          Statement statement = beside.createStatement()) {
        statement.executeUpdate("update bin set item_count = item_count + 1 where no = 1");
        statement.executeUpdate("update bin set revision = revision + 1 where no = 2");
      }

      CommandLineRun result = check(store);

      assertThat(result.code()).isEqualTo(1);
      assertThat(result.out().lines().toList())
          .satisfiesExactly(
              line -> assertThat(line).contains("counts", "items and holds"),
              line -> assertThat(line).contains("is at revision", "its journal at"),
              line -> assertThat(line).isEqualTo("2 found."));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStoreInUseIsRefused(Dialect dialect) {
    try (Stores store = Stores.fresh(dialect)) {
      store.database();

      CommandLineRun result = check(store);

      assertThat(result.code()).isEqualTo(1);
      assertThat(result.out()).isEmpty();
      assertThat(result.err().lines())
          .hasSize(1)
          .allMatch(line -> line.startsWith("The store is in use by"));
    }
  }

  @Test
  void everySettingThatIsWrongIsNamed() throws IOException {
    Path config =
        file(
            "settings.yaml",
            """
            open-workbin:
              port: many
              databse:
                url: x
              database:
                readers: 1
                reader-wait: soon
                allow-unsafe: perhaps
              ledger:
                queue: long
            """);

    CommandLineRun result =
        CommandLineRun.of("check", "--config", config.toString(), "--data", folder + "/data");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out().lines())
        .containsExactlyInAnyOrder(
            "The setting open-workbin.database.readers must be 2 or more.",
            "The setting open-workbin.port is not valid: 'many' (For input string: \"many\").",
            "The setting open-workbin.database.reader-wait is not valid: 'soon'"
                + " ('soon' is not a valid duration).",
            "The setting open-workbin.database.allow-unsafe is not valid: 'perhaps'"
                + " (Invalid boolean value 'perhaps').",
            "The setting open-workbin.ledger.queue is not valid: 'long'"
                + " (For input string: \"long\").",
            "The setting open-workbin.databse.url is not known.",
            "The store was not looked at.",
            "6 found.");
  }

  @Test
  void aNameThatMeansNothingDoesNotHideTheStore() throws IOException {
    Path config = file("valid.properties", "open-workbin.databas.url=x");
    try (Stores store = Stores.fresh(Dialect.SQLITE)) {
      load(store);

      CommandLineRun result = check(store, "--config", config.toString());

      assertThat(result.code()).isEqualTo(1);
      assertThat(result.out().lines())
          .containsExactly("The setting open-workbin.databas.url is not known.", "1 found.");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--open-workbin.database.url=jdbc:oracle:x",
        "--open-workbin.database.url=jdbc:postgresql://127.0.0.1:1/none",
      })
  void aStoreThatCannotBeOpenedIsOneSentence(String setting) {
    CommandLineRun result = CommandLineRun.of("check", "--data", folder + "/data", setting);

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err()).doesNotContain("Exception", "\tat ");
  }

  private void load(Stores store) throws IOException {
    Path demo = file("demo.yaml", CommandLineRun.demo());
    assertThat(CommandLineRun.of(with(store, "import", demo.toString())).code()).isZero();
  }

  private static CommandLineRun check(Stores store, String... more) {
    List<String> arguments = with(store, "check");
    arguments.addAll(List.of(more));
    return CommandLineRun.of(arguments);
  }

  private static List<String> with(Stores store, String... command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    store.properties().forEach((name, value) -> arguments.add("--" + name + "=" + value));
    return arguments;
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
