package org.openworkbin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openworkbin.testing.DemoServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code load} as it is typed. */
class LoadCommandTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static DemoServer demo;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    demo = DemoServer.start();
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @Test
  void saysHowFastItWasAndLeavesNothingBehind() throws IOException {
    Path json = folder.resolve("figures.json");

    CommandLineRun run =
        load(
            "--admin", "admin:demo", "--play", "pulls", "--items", "40", "--json", json.toString());

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("pulls, 3 agents", "operation        done   a second");
    assertThat(run.err()).contains("named load-").doesNotContain("Left behind");
    JsonNode figures = JSON.readTree(Files.readString(json));
    assertThat(figures.required("operations").get(0).required("done").longValue()).isPositive();
    assertThat(users()).doesNotContain("load-");
  }

  @Test
  void jsonTakesThePlaceOfTheTable() throws IOException {
    Path users = Files.writeString(folder.resolve("users"), "# two\nada demo\n\nben   demo\n");

    CommandLineRun run =
        load("--users", users.toString(), "--play", "desk", "--think", "1ms", "--json");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(JSON.readTree(run.out()).required("plan").required("agents").intValue())
        .isEqualTo(2);
  }

  @Test
  void whoIsNoAdministratorIsToldInOneSentence() {
    CommandLineRun run = load("--admin", "ada:demo");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err().lines().toList().getLast())
        .isEqualTo("Ada can't make the stage: 403 You have no permission for administration.");
  }

  @Test
  void aServerThatIsNotThereIsToldInOneSentence() {
    CommandLineRun run = CommandLineRun.of("load", "http://127.0.0.1:9", "--admin", "a:b");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err().lines().toList().getLast())
        .isEqualTo("No answer to make the stage: java.net.ConnectException: Connection refused.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                        | The URL of a server is needed.
          localhost:8090                            | The URL of a server is like http://localhost:8090, not 'localhost:8090'.
          http://127.0.0.1:9                        | Who plays? Give --admin NAME:PASSWORD, or --users FILE.
          http://127.0.0.1:9 --users nowhere        | The file nowhere can't be read.
          http://127.0.0.1:9 --admin a:b --play fly | Invalid value for option '--play'
          http://127.0.0.1:9 --admin a:b --agents 0 | There has to be an agent.
          http://127.0.0.1:9 --admin a:b --groups 0 | There has to be a group.
          http://127.0.0.1:9 --admin a:b --rate 0   | The rate is a number above 0.
          http://127.0.0.1:9 --admin a:b --greedy 2 | The greedy share is a number from 0 to 1.
          http://127.0.0.1:9 --admin a:b --items 0  | There has to be an item.
          http://127.0.0.1:9 --admin a:b --bytes -1 | An item has 0 to 60000 bytes of user data.
          http://127.0.0.1:9 --admin a:b --duration 5   | Invalid value for option '--duration': '5' is no time like 500ms, 30s, 5m or 1h
          http://127.0.0.1:9 --admin a:b --duration 0s  | The duration is longer than nothing.
          http://127.0.0.1:9 --admin a:b --mix sleep=1  | Invalid value for option '--mix': A mix is like park=3,
          http://127.0.0.1:9 --admin a:b --carrier bird | Invalid value for option '--carrier': 'bird' is not websocket or long-polling
          http://127.0.0.1:9 --admin a:b --listeners 33 | Listeners are agents: there are as many at most.
          http://127.0.0.1:9 --admin a:b --prefix 1     | A prefix is 1 to 32 letters, digits and hyphens
          http://127.0.0.1:9 --admin a:b --play moves --groups 1 | Moves go from bin to bin: there have to be two groups.
          http://127.0.0.1:9 --admin a:b --play race --rate 5    | A race has no rate: all go at the same moment.
          http://127.0.0.1:9 --admin a:b --usrs x       | Unknown options: '--usrs', 'x'
          """)
  void aWrongCommandLineIsToldInASentence(String arguments, String sentence) {
    CommandLineRun run = CommandLineRun.of(List.of(("load " + arguments).strip().split(" ")));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines().findFirst().orElse("")).startsWith(sentence);
    assertThat(run.err().lines().toList().getLast())
        .isEqualTo("open-workbin load --help says what there is.");
  }

  private static CommandLineRun load(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("load", demo.url(), "--duration", "500ms", "--warm-up", "0s"));
    if (!List.of(more).contains("--users")) {
      arguments.addAll(List.of("--agents", "3", "--groups", "2"));
    }
    arguments.addAll(List.of(more));
    return CommandLineRun.of(arguments);
  }

  private static String users() {
    return demo.client("admin").get("/api/v2/users?fields=*").text();
  }
}
