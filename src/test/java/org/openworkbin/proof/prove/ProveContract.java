package org.openworkbin.proof.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openworkbin.proof.history.Checker;
import org.openworkbin.proof.history.HistoryFile;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.DemoServer;

/** A short run against a whole server that keeps its promises. */
abstract class ProveContract {
  private final Dialect dialect;

  @TempDir private Path folder;

  ProveContract(Dialect dialect) {
    this.dialect = dialect;
  }

  @Test
  void serverKeepsItsPromisesWhileClientsMakeTrouble() throws IOException {
    Path file = folder.resolve("history.jsonl");
    try (DemoServer demo = DemoServer.start(dialect)) {
      Outcome outcome = Runs.prove(demo.url(), 2_000, Optional.of(file));
      Report report = Report.of(outcome);

      assertThat(report.isClean()).as("%s", String.join("\n", report.lines())).isTrue();
      assertThat(outcome.tally().count(Trouble.REPEATED)).isPositive();
      assertThat(outcome.tally().count(Trouble.ABANDONED)).isPositive();
      assertThat(outcome.tally().count(Trouble.LATE_WRITE)).isPositive();
      assertThat(outcome.tally().count("Pull", "409/19")).isPositive();
      assertThat(outcome.tally().events()).isPositive();
      assertThat(HistoryFile.read(file)).isEqualTo(outcome.history());
      assertNothingIsLeft(demo);

      Outcome again = Runs.prove(demo.url(), 1_000, Optional.empty());
      assertThat(Checker.check(again.history())).as("another run of the same server").isEmpty();
    }
  }

  private static void assertNothingIsLeft(DemoServer demo) {
    assertThat(demo.client("admin").get("/api/v2/administration/export").text())
        .doesNotContain("prove");
  }
}
