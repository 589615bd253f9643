package org.openworkbin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openworkbin.proof.history.Happening;
import org.openworkbin.proof.history.History;
import org.openworkbin.proof.history.HistoryFile;
import org.openworkbin.proof.history.Run;
import org.openworkbin.proof.history.Told;
import org.openworkbin.proof.history.Wish;

class ProveCommandTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "--admin=a:b, The URL of a server is needed.",
    "http://127.0.0.1:1, 'Who plays? Give --admin NAME:PASSWORD, or --users FILE.'",
    "http://127.0.0.1:1 --admin=a:b --agents=1, There are 2 to 500 agents",
    "http://127.0.0.1:1 --admin=a:b --groups=13, 'There are 2 to 500 agents, and 2 groups'",
    "http://127.0.0.1:1 --admin=a:b --minutes=0, The minutes are a number above 0",
    "http://127.0.0.1:1 --admin=a:b --minutes=241, 'The minutes are a number above 0, and 240'",
    "http://127.0.0.1:1 --admin=a:b --full=x, --full and --relieve go together."
  })
  void wrongCommandLineIsTold(String arguments, String sentence) {
    CommandLineRun run = prove(arguments.split(" "));

    assertThat(run.err()).startsWith(sentence);
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void historyThatCannotBeReadIsTold() {
    CommandLineRun run = prove("--check=" + folder);

    assertThat(run.err()).startsWith("The history can't be read");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void recordedHistoryIsJudged() throws IOException {
    Path file = folder.resolve("history.jsonl");
    HistoryFile.write(
        file,
        history(
            new Happening.Asked(
                1, "ada", new Wish.Create(), Optional.empty(), OptionalLong.empty(), 10),
            new Happening.Answered(1, 500, 4, Told.nothing(), 20)));

    CommandLineRun run = prove("--check=" + file);

    assertThat(run.out()).contains("P9 BROKEN", "P5 NOT CHECKED", "1 finding");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void historyOnWhichTooLittleCanBeCheckedIsNotCalledClean() throws IOException {
    Path file = folder.resolve("history.jsonl");
    HistoryFile.write(file, history());

    CommandLineRun run = prove("--check=" + file);

    assertThat(run.out()).contains("too little was checked").doesNotContain("BROKEN");
    assertThat(run.code()).isEqualTo(1);
  }

  private static History history(Happening... happenings) {
    return new History(new Run("a test", "none", 1, Duration.ofHours(3)), List.of(happenings));
  }

  private static CommandLineRun prove(String... arguments) {
    List<String> line = new ArrayList<>(List.of(arguments));
    line.addFirst("prove");
    return CommandLineRun.of(line);
  }
}
