package org.openworkbin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openworkbin.sql.Database;
import org.openworkbin.sql.DatabaseSettings;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.Stores;
import picocli.CommandLine;

class CommandsTest {
  @TempDir private Path folder;
  private Path data;
  private Path demo;

  @BeforeEach
  void prepare() throws IOException {
    data = folder.resolve("data");
    demo = file("demo.yaml", DemoCommand.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "demo --help", "serve --help", "import -h", "check -h"})
  void helpSaysHowToUseIt(String arguments) {
    Result result = run(arguments.split(" "));

    assertThat(result.code()).isZero();
    assertThat(result.out()).startsWith("Usage: open-workbin");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void versionNamesTheProgram() {
    Result result = run("--version");

    assertThat(result.code()).isZero();
    assertThat(result.out()).startsWith("Open Workbin ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "start",
        "serve --prot 1",
        "serve --port",
        "serve --port abc",
        "serve --port 65536",
        "serve --port -1",
        "check --config missing.yaml",
        "import",
        "import missing.yaml",
        "check --dry-run",
      })
  void aWrongCommandLineIsSaidToBeWrong(String arguments) {
    Result result = run(Arrays.stream(arguments.split(" ")).filter(a -> !a.isEmpty()).toList());

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).isNotBlank().doesNotContain("Exception", "\tat ");
  }

  @Test
  void aDryRunSaysWhatWouldChangeAndWritesNothing() {
    Result dry = run("import", "--dry-run", demo.toString(), "--data", data.toString());
    Result again = run("import", "--dry-run", demo.toString(), "--data", data.toString());

    assertThat(dry.code()).isZero();
    assertThat(dry.out())
        .contains("added      user ada", "added      interaction 0001BaBFVPR20035")
        .contains("0 changed, 0 unchanged, none removed");
    assertThat(again.out()).isEqualTo(dry.out());
  }

  @Test
  void aSecondImportHasNothingToChange() {
    Result first = importFile(demo);
    Result second = importFile(demo);

    assertThat(first.code()).isZero();
    assertThat(first.out()).contains("added      user ada", "none removed");
    assertThat(second.code()).isZero();
    assertThat(second.out().strip()).isEqualTo("Nothing to change: the store has all of it.");
  }

  @Test
  void anImportChangesWhatDiffersAndLeavesTheRest() throws IOException {
    importFile(demo);
    Path changed =
        file("changed.yaml", "users: [{userName: cleo, lastName: Rossi}, {userName: dan}]");

    Result result = importFile(changed);

    assertThat(result.out().lines())
        .containsExactly(
            "changed    user cleo (lastName)",
            "Done: 0 added, 1 changed, 1 unchanged, none removed (an import never removes).");
    assertThat(importFile(changed).out()).contains("Nothing to change");
    assertThat(importFile(demo).out()).contains("changed    user cleo (lastName)");
  }

  @Test
  void problemsOfAFileAreToldWithTheirLinesAndNothingIsWritten() throws IOException {
    Path wrong =
        file(
            "wrong.yaml",
            """
            places:
              - name: Desk-1
                colour: red
            users:
              - userName: ada
                defaultPlace: Desk-7
            """);

    Result result = importFile(wrong);

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines().toList())
        .satisfiesExactly(
            line -> assertThat(line).startsWith(wrong + ":3: a place has no field 'colour'"),
            line -> assertThat(line).isEqualTo(wrong + ":6: there is no place 'Desk-7'"),
            line -> assertThat(line).isEqualTo("Nothing was written."));
    assertThat(run("import", "--dry-run", demo.toString(), "--data", data.toString()).out())
        .contains("added      place Desk-1");
  }

  @Test
  void aFileThatIsNoTextIsRefused() throws IOException {
    Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xFF, 0, 1});

    Result result = importFile(binary);

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err().lines()).hasSize(1).allMatch(line -> line.endsWith("is not UTF-8."));
  }

  @Test
  void theDemoIsSound() {
    importFile(demo);

    Result result = run("check", "--data", data.toString());

    assertThat(result.out().strip()).isEqualTo("Configuration and store are sound.");
    assertThat(result.code()).isZero();
  }

  @Test
  void checkNamesSettingsThatAreWrongOrUnknown() throws IOException {
    Path config =
        file(
            "settings.yaml",
            """
            open-workbin:
              port: many
              databse:
                url: x
              database:
                readers: 4
            """);
    Path valid = file("valid.properties", "open-workbin.databas.url=x");

    Result wrong = run("check", "--config", config.toString(), "--data", data.toString());
    Result unknown = run("check", "--config", valid.toString(), "--data", data.toString());

    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.err().lines())
        .hasSize(1)
        .allMatch(line -> line.startsWith("The setting open-workbin.port is not valid: 'many'"));
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.out().lines())
        .containsExactly("The setting open-workbin.databas.url is not known.", "1 found.");
  }

  @Test
  void checkFindsCountersThatDoNotFit() throws SQLException {
    importFile(demo);
    try (Connection store =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("open-workbin.db"));
        Statement statement = store.createStatement()) {
      statement.executeUpdate("update bin set item_count = item_count + 1 where no = 1");
      statement.executeUpdate("update bin set revision = revision + 1 where no = 2");
    }

    Result result = run("check", "--data", data.toString());

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out().lines().toList())
        .satisfiesExactly(
            line -> assertThat(line).contains("counts", "items and holds"),
            line -> assertThat(line).contains("is at revision", "its journal at"),
            line -> assertThat(line).isEqualTo("2 found."));
  }

  @Test
  void aStoreInUseIsRefusedInOneSentence() {
    try (Database _ = Database.open(DatabaseSettings.of("", "", ""), data)) {
      Result result = importFile(demo);

      assertThat(result.code()).isEqualTo(1);
      assertThat(result.err().lines())
          .hasSize(1)
          .allMatch(line -> line.startsWith("The store is in use by"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--open-workbin.database.url=jdbc:oracle:x",
        "--open-workbin.database.readers=1",
        "--open-workbin.database.url=jdbc:postgresql://127.0.0.1:1/none",
      })
  void aStoreThatCannotBeOpenedIsOneSentence(String setting) {
    Result result = run("check", "--data", data.toString(), setting);

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err()).doesNotContain("Exception", "\tat ");
  }

  @Test
  void commandsWorkOnPostgresToo() {
    try (Stores postgres = Stores.fresh(Dialect.POSTGRESQL)) {
      List<String> store =
          postgres.properties().entrySet().stream()
              .map(property -> "--" + property.getKey() + "=" + property.getValue())
              .toList();

      assertThat(run(with(store, "import", demo.toString())).out()).contains("66 added");
      assertThat(run(with(store, "import", demo.toString())).out()).contains("Nothing to change");
      assertThat(run(with(store, "check")).out()).contains("Configuration and store are sound.");
    }
  }

  private Result importFile(Path file) {
    return run("import", file.toString(), "--data", data.toString());
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<String> with(List<String> settings, String... arguments) {
    return Stream.concat(Arrays.stream(arguments), settings.stream()).toList();
  }

  private static Result run(List<String> arguments) {
    return run(arguments.toArray(String[]::new));
  }

  private static Result run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine = Commands.commandLine(StoreContext.class, arguments);
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err));
    int code = commandLine.execute(Commands.withoutProperties(arguments));
    return new Result(code, out.toString(), err.toString());
  }

  private record Result(int code, String out, String err) {}
}
