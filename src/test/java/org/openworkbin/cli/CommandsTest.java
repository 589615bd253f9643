package org.openworkbin.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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

class CommandsTest {
  @TempDir private Path folder;
  private Path data;
  private Path demo;

  @BeforeEach
  void prepare() throws IOException {
    data = folder.resolve("data");
    demo = file("demo.yaml", CommandLineRun.demo());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--help", "demo --help", "serve --help", "import -h", "check -h", "load --help"})
  void helpSaysHowToUseIt(String arguments) {
    CommandLineRun result = CommandLineRun.of(arguments.split(" "));

    assertThat(result.code()).isZero();
    assertThat(result.out()).startsWith("Usage: open-workbin");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void versionNamesTheProgram() {
    CommandLineRun result = CommandLineRun.of("--version");

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
        "check --config settings.txt",
        "import",
        "import some.yaml --port 1",
        "export --port 1",
        "check --port 1",
        "check --dry-run",
      })
  void aWrongCommandLineIsSaidToBeWrong(String arguments) {
    CommandLineRun result =
        CommandLineRun.of(Arrays.stream(arguments.split(" ")).filter(a -> !a.isEmpty()).toList());

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).isNotBlank().doesNotContain("Exception", "\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"import missing.yaml", "import .", "check --config missing.yaml"})
  void aFileThatCanNotBeReadIsSaidInOneSentence(String arguments) {
    CommandLineRun result = CommandLineRun.of(arguments.split(" "));

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines()).hasSize(1).allMatch(line -> line.endsWith("can't be read."));
  }

  @Test
  void aDryRunSaysWhatWouldChangeAndWritesNothing() {
    CommandLineRun dry =
        CommandLineRun.of("import", "--dry-run", demo.toString(), "--data", data.toString());
    CommandLineRun again =
        CommandLineRun.of("import", "--dry-run", demo.toString(), "--data", data.toString());

    assertThat(dry.code()).isZero();
    assertThat(dry.out())
        .contains("added      user ada", "added      interaction 0001BaBFVPR20035")
        .contains("0 changed, 0 unchanged, none removed");
    assertThat(again.out()).isEqualTo(dry.out());
  }

  @Test
  void aSecondImportHasNothingToChange() {
    CommandLineRun first = importFile(demo);
    CommandLineRun second = importFile(demo);

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

    CommandLineRun result = importFile(changed);

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

    CommandLineRun result = importFile(wrong);

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines().toList())
        .satisfiesExactly(
            line -> assertThat(line).startsWith(wrong + ":3: a place has no field 'colour'"),
            line -> assertThat(line).isEqualTo(wrong + ":6: there is no place 'Desk-7'"),
            line -> assertThat(line).isEqualTo("Nothing was written."));
    assertThat(
            CommandLineRun.of("import", "--dry-run", demo.toString(), "--data", data.toString())
                .out())
        .contains("added      place Desk-1");
  }

  @Test
  void ofManyProblemsTheFirstHundredAreTold() throws IOException {
    Path wrong =
        file(
            "many.yaml",
            IntStream.range(0, 1_250)
                .mapToObj(i -> "  - {name: P%d, colour: red}\n".formatted(i))
                .collect(joining("", "places:\n", "")));

    List<String> told = importFile(wrong).err().lines().toList();

    assertThat(told).hasSize(102);
    assertThat(told.get(99)).startsWith(wrong + ":101: a place has no field 'colour'");
    assertThat(told.subList(100, 102))
        .containsExactly("... and 1,150 more.", "Nothing was written.");
  }

  @Test
  void newPasswordsKeepToTheRulesAndOldOnesAreLeftAlone() throws IOException {
    Path file = file("short.yaml", "users:\n  - {userName: kim, password: short}\n");
    String longer = "--open-workbin.password.min-length=";

    CommandLineRun refused = importFile(file);
    CommandLineRun allowed = importFile(file, longer + 5);
    CommandLineRun again = importFile(file, longer + 50);

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err().lines())
        .containsExactly(file + ":2: A password has 8 to 256 characters", "Nothing was written.");
    assertThat(allowed.code()).isZero();
    assertThat(again.out()).contains("Nothing to change");
  }

  @Test
  void aFileThatIsNoTextIsRefused() throws IOException {
    Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xFF, 0, 1});

    CommandLineRun result = importFile(binary);

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err().lines()).hasSize(1).allMatch(line -> line.endsWith("is not UTF-8."));
  }

  @Test
  void aStoreInUseIsRefusedInOneSentence() {
    try (Database _ = Database.open(DatabaseSettings.of("", "", ""), data)) {
      CommandLineRun result = importFile(demo);

      assertThat(result.code()).isEqualTo(1);
      assertThat(result.err().lines())
          .hasSize(1)
          .allMatch(line -> line.startsWith("The store is in use by"));
    }
  }

  @Test
  void commandsWorkOnPostgresToo() {
    try (Stores postgres = Stores.fresh(Dialect.POSTGRESQL)) {
      List<String> store =
          postgres.properties().entrySet().stream()
              .map(property -> "--" + property.getKey() + "=" + property.getValue())
              .toList();

      assertThat(CommandLineRun.of(with(store, "import", demo.toString())).out())
          .contains("72 added");
      assertThat(CommandLineRun.of(with(store, "import", demo.toString())).out())
          .contains("Nothing to change");
    }
  }

  private CommandLineRun importFile(Path file, String... settings) {
    return CommandLineRun.of(
        with(List.of(settings), "import", file.toString(), "--data", data.toString()));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<String> with(List<String> settings, String... arguments) {
    return Stream.concat(Arrays.stream(arguments), settings.stream()).toList();
  }
}
