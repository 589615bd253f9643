package org.openworkbin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openworkbin.testing.TestClient;

class OpenWorkbinIT {
  private static final Pattern URL = Pattern.compile("http://localhost:(\\d+)");
  private static final Pattern ADMINISTRATOR = Pattern.compile(" {4}admin {2}(\\S{20})");
  private static final Pattern EXAMPLES =
      Pattern.compile("## Administration.*?```sh\n(.*?)```", Pattern.DOTALL);
  private static final String TEAM =
      "/api/v2/me/workbins/6c715fa9-de16-4d23-b07c-cbcb1caf3e07?agentGroup=MyAgentGroup";
  private static final String DESKS =
      "/api/v2/me/workbins/5d487e69-a393-4228-a06f-6a4015ab1b54?placeGroup=MyPlaceGroup";

  private final List<Process> started = new ArrayList<>();
  @TempDir private Path folder;

  @AfterEach
  void stop() throws InterruptedException {
    for (Process process : started) {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void packagedProgramTellsHowToUseIt() throws IOException, InterruptedException {
    Finished help = run("--help");
    Finished version = run("--version");

    assertThat(help.code()).as(help.output()).isZero();
    assertThat(help.output()).contains("Usage: open-workbin");
    assertThat(version.output()).matches("Open Workbin \\d+\\.\\d+\\.\\d+\\S*\\s+");
    assertThat(run("bogus").code()).isEqualTo(2);
  }

  @Test
  void theDemoAnswersTheTwoPullsAndKeepsWhatWasDone() throws IOException, InterruptedException {
    Process demo = start("demo", "--port", "0", "--data", "data");
    String url = waitFor(demo, URL).group();

    assertThat(TestClient.of(url).get("/api/v2/diagnostics/version").status()).isEqualTo(200);
    assertThat(pull(url, TEAM, "0001BaBFVPR20035").status()).isEqualTo(200);
    assertThat(pull(url, DESKS, "0001BaBFVPR20039").status()).isEqualTo(200);

    demo.destroy();
    assertThat(demo.waitFor()).as("stopped by a signal").isEqualTo(143);
    String again = waitFor(start("demo", "--port", "0", "--data", "data"), URL).group();
    assertThat(pull(again, TEAM, "0001BaBFVPR20035").status()).isEqualTo(409);
  }

  @Test
  void aStoreOrAPortInUseIsRefusedInOneSentence() throws IOException, InterruptedException {
    String port = waitFor(start("demo", "--port", "0", "--data", "data"), URL).group(1);

    Finished sameStore = run("serve", "--port", "0", "--data", "data");
    Finished samePort = run("serve", "--port", port, "--data", "other");

    assertThat(sameStore.code()).isEqualTo(1);
    assertThat(sameStore.output().lines()).hasSize(1);
    assertThat(sameStore.output()).startsWith("The store is in use by another process");
    assertThat(samePort.code()).isEqualTo(1);
    assertThat(samePort.output().lines()).hasSize(1);
    assertThat(samePort.output()).startsWith("Port " + port + " is in use");
  }

  @Test
  void anEmptyStoreGetsOneAdministratorWhoCanLogIn() throws IOException, InterruptedException {
    Process server = start("serve", "--port", "0", "--data", "data");
    String password = waitFor(server, ADMINISTRATOR).group(1);
    String url = waitFor(server, URL).group();

    assertThat(TestClient.of(url).as("admin", password).get("/api/v2/me").status()).isEqualTo(200);
    assertThat(TestClient.of(url).as("admin", "wrong").get("/api/v2/me").status()).isEqualTo(403);

    server.destroy();
    server.waitFor();
    Process again = start("serve", "--port", "0", "--data", "data");
    assertThat(waitFor(again, Pattern.compile("^(.+)$")).group())
        .matches("Open Workbin is ready: http://localhost:\\d+/api/v2");
    assertThat(waitFor(again, Pattern.compile("^(.+)$")).group())
        .matches("Its page: http://localhost:\\d+");
    assertThat(run("check", "--data", "data").code()).as("while the server runs").isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve", "demo"})
  void theExamplesOfAdministrationWorkAsTheyStand(String command)
      throws IOException, InterruptedException {
    Process server = start(command, "--port", "0", "--data", "data");
    String password = command.equals("demo") ? "demo" : waitFor(server, ADMINISTRATOR).group(1);
    String url = waitFor(server, URL).group();
    Matcher examples = EXAMPLES.matcher(Files.readString(Path.of("docs", "operations.md")));
    assertThat(examples.find()).isTrue();
    String script =
        examples
            .group(1)
            .replace("PASSWORD=demo\n", "PASSWORD=" + password + "\n")
            .replace("http://localhost:8090/", url + "/");

    Finished pasted = finished(launch(List.of("bash", "-c", script)));

    assertThat(pasted.code()).isZero();
    assertThat(pasted.output().lines().filter(line -> !line.isEmpty()))
        .hasSize(5)
        .allMatch(line -> line.startsWith("{\"statusCode\":0,"));
    assertThat(folder.resolve("centre.yaml")).content().contains("userName: kim");
  }

  @Test
  void interruptedLoadRemovesWhatItHasMade() throws IOException, InterruptedException {
    String url = waitFor(start("demo", "--port", "0", "--data", "data"), URL).group();
    String[] play = {"--agents", "3", "--groups", "2", "--items", "20", "--duration", "5m"};
    Process load =
        start(
            Stream.concat(Stream.of("load", url, "--admin", "admin:demo"), Stream.of(play))
                .toArray(String[]::new));
    waitFor(load, Pattern.compile("warming up|\\d done"));
    assertThat(allThatThereIs(url)).contains("load-");

    launch(List.of("kill", "-INT", Long.toString(load.pid()))).waitFor();
    List<String> said = load.inputReader(UTF_8).lines().toList();

    assertThat(load.waitFor()).as("%s", said).isEqualTo(130);
    assertThat(said)
        .anyMatch(line -> line.startsWith("Removing what was made"))
        .noneMatch(line -> line.startsWith("Left behind"));
    assertThat(allThatThereIs(url)).doesNotContain("load-");
  }

  /** The contact centre, what is in hands, and what lies in bins that nobody comes to. */
  private static String allThatThereIs(String url) {
    TestClient admin = TestClient.of(url).as("admin", "demo");
    return Stream.of("administration/export", "hands", "workbins/orphaned")
        .map(path -> admin.get("/api/v2/" + path).text())
        .collect(Collectors.joining());
  }

  private static TestClient.Reply pull(String url, String path, String interaction) {
    String body = "{\"operationName\":\"PullChat\",\"id\":\"" + interaction + "\"}";
    return TestClient.of(url).as("ada", "demo").post(path, body);
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", System.getProperty("open-workbin.jar")));
    command.addAll(List.of(arguments));
    return launch(command);
  }

  private Process launch(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    started.add(process);
    return process;
  }

  private Finished run(String... arguments) throws IOException, InterruptedException {
    return finished(start(arguments));
  }

  private static Finished finished(Process process) throws IOException, InterruptedException {
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Finished(process.waitFor(), output);
  }

  /** Reads what the process prints until a line matches. */
  private static Matcher waitFor(Process process, Pattern pattern) throws IOException {
    StringBuilder printed = new StringBuilder();
    BufferedReader lines = process.inputReader(UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      printed.append(line).append('\n');
      Matcher matcher = pattern.matcher(line);
      if (matcher.find()) {
        return matcher;
      }
    }
    throw new AssertionError("the program ended:\n" + printed);
  }

  private record Finished(int code, String output) {}
}
