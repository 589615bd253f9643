package org.openworkbin.proof.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.openworkbin.proof.client.Head;
import org.openworkbin.proof.client.Response;
import org.openworkbin.proof.load.Figures.Result;

/** What is counted as what, and from when. */
class FiguresTest {
  private static final Response DONE = reply(200, "{\"statusCode\":0,\"referenceId\":1}");
  private static final long HOUR = Duration.ofHours(1).toNanos();

  private final Figures figures = new Figures();
  private final long now = System.nanoTime();

  @Test
  void timeCountsFromWhenATurnWasToBegin() {
    figures.window(now - 2 * HOUR, now + HOUR);

    figures.measure(Operation.PULL, now - Duration.ofMinutes(3).toNanos(), () -> DONE);

    Histogram times = figures.of(Operation.PULL).all();
    assertThat(times.getTotalCount()).isOne();
    assertThat(times.getMinValue())
        .isGreaterThanOrEqualTo(Duration.ofSeconds(179).toMillis() * 1000);
  }

  @Test
  void onlyWhatWasToBeginInsideTheWindowIsMeasured() {
    figures.window(now - HOUR, now + HOUR);

    figures.measure(Operation.PULL, now - HOUR - 1, () -> DONE);
    figures.measure(Operation.PULL, now + HOUR, () -> DONE);
    figures.measure(Operation.PULL, now - HOUR - 1, () -> reply(500, "{\"statusCode\":1}"));

    assertThat(figures.of(Operation.PULL).isEmpty()).isTrue();
  }

  @Test
  void lostRacesAreNoErrors() {
    figures.window(now - HOUR, now + HOUR);

    Result lost =
        figures.measure(
            Operation.PULL,
            now,
            () -> reply(409, "{\"statusCode\":19,\"statusMessage\":\"held\"}"));
    figures.measure(Operation.PULL, now, () -> reply(409, "{\"statusCode\":18}"));
    figures.measure(Operation.PULL, now, () -> reply(503, "Service Unavailable"));
    figures.measure(Operation.PULL, now, () -> reply(200, "{\"statusCode\":7}"));
    figures.measure(Operation.PULL, now, () -> new Response.NoReply(new IOException("reset")));

    OperationFigures pulls = figures.of(Operation.PULL);
    assertThat(lost).isInstanceOf(Result.Lost.class);
    assertThat(pulls.lostCount()).isOne();
    assertThat(pulls.all().getTotalCount()).isZero();
    assertThat(pulls.errors())
        .containsExactly(
            entry("HTTP 200 code 7", 1L),
            entry("HTTP 409 code 18", 1L),
            entry("HTTP 503", 1L),
            entry("no answer: IOException", 1L));
  }

  @Test
  void percentilesAreThoseOfAllThatWasDone() {
    OperationFigures some = new OperationFigures();
    for (int millis = 1; millis <= 1000; millis++) {
      some.done(Duration.ofMillis(millis).toNanos());
      if (millis == 500) {
        assertThat(some.sinceLast().getTotalCount()).isEqualTo(500);
      }
    }

    Report.Times times = Report.Times.of(some.all());

    assertThat(times.count()).isEqualTo(1000);
    assertThat(times.p50()).isCloseTo(500, within(1.0));
    assertThat(times.p90()).isCloseTo(900, within(1.0));
    assertThat(times.p99()).isCloseTo(990, within(1.0));
    assertThat(times.max()).isCloseTo(1000, within(1.0));
  }

  @Test
  void turnsThatBeginLateAreCounted() {
    LateStarts late = new LateStarts(100);
    late.began(-5);
    late.began(100);
    late.began(101);
    late.began(7000);

    assertThat(late.all()).isEqualTo(4);
    assertThat(late.late()).isEqualTo(2);
    assertThat(late.worst()).isEqualTo(7000);
  }

  private static Response reply(int status, String text) {
    return new Response.Reply(status, new Head("HTTP/1.1 " + status + " -\r\n"), text);
  }
}
