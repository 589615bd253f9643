package org.openworkbin.proof.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openworkbin.proof.client.Carrier;
import org.openworkbin.testing.Golden;

/** What a report looks like. */
class ReportTest {
  private static final Report REPORT =
      new Report(
          Plans.of(Play.DESK, Optional.of(50.0), 3, Carrier.LONG_POLLING),
          Duration.ofMillis(10_250),
          List.of(
              new Report.Line(
                  "pull",
                  1234.5,
                  new Report.Times(12_654, 1.24, 3.5, 27.31, 180.2),
                  41,
                  new TreeMap<>(Map.of("HTTP 503 code 7", 2L, "no answer: SocketException", 1L))),
              new Report.Line("park", 7.25, new Report.Times(74, 0.8, 0.9, 1.0, 1.1), 0, Map.of())),
          List.of(
              new Report.Events(3, 37_962, new Report.Times(37_960, 4.1, 9, 22.5, 61), 40_001, 1)),
          0.62,
          2,
          31.4,
          List.of("The generator took 62 % of this machine."),
          List.of("3 operations failed."));

  @Test
  void tableIsForPeople() {
    assertThat(ReportText.of(REPORT))
        .containsExactly(
            "desk, 6 agents, 4 connections, open (50 a second) loop, seed 1: 10.3 s measured",
            "",
            "operation        done   a second    p50 ms    p90 ms    p99 ms    max ms      lost    errors",
            "pull           12,654      1,235       1.2       3.5      27.3     180.2        41         3",
            "park               74          7       0.8       0.9       1.0       1.1         0         0",
            "",
            "From a pull to its event at each of 3 listeners: 37,960 of 37,962 heard,"
                + " p50 4.1 ms, p90 9.0 ms, p99 22.5 ms, max 61.0 ms; 40,001 messages in all.",
            "",
            "pull                2 HTTP 503 code 7",
            "pull                1 no answer: SocketException",
            "",
            "The generator took 62 % of this machine's 2 processors, 31 µs an operation.",
            "Doubtful: The generator took 62 % of this machine.",
            "Wrong: 3 operations failed.");
  }

  @Test
  void jsonIsForPrograms() {
    Golden.assertSame(ReportJson.of(REPORT), "load-report");
  }

  @Test
  void aComplaintMakesItUnclean() {
    Report clean =
        new Report(
            REPORT.plan(),
            REPORT.measured(),
            REPORT.operations(),
            REPORT.events(),
            0,
            2,
            0,
            List.of(),
            List.of());

    assertThat(clean.isClean()).isTrue();
    assertThat(clean.withComplaint("").isClean()).isTrue();
    assertThat(clean.withComplaint("Two won.").isClean()).isFalse();
    assertThat(clean.withFaults(List.of(new IllegalStateException("broken"))).complaints())
        .containsExactly("The generator itself failed: java.lang.IllegalStateException: broken");
  }
}
