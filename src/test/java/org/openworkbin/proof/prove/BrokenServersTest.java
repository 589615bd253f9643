package org.openworkbin.proof.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openworkbin.proof.history.Checker;
import org.openworkbin.proof.history.Promise;
import org.openworkbin.proof.history.Violation;
import org.openworkbin.testing.DemoServer;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Servers that break a promise are found out, and the promise is named. */
class BrokenServersTest {
  private static final int SHORT = 60;

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of("without guard", Broken.withoutGuard(), Promise.P2),
        Arguments.of("forgetful", Broken.forgetful(), Promise.P3),
        Arguments.of("drops events", Broken.dropsEvents(), Promise.P4),
        Arguments.of("silent by WebSocket", Broken.silentByWebSocket(), Promise.P4),
        Arguments.of("deaf after reconnect", Broken.deafAfterReconnect(), Promise.P4),
        Arguments.of("does twice", Broken.doesTwice(), Promise.P5),
        Arguments.of("miscounts", Broken.miscounts(), Promise.P6),
        Arguments.of("asks for no right", Broken.asksForNoRight(), Promise.P7),
        Arguments.of("without fence", Broken.withoutFence(), Promise.P8));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void isFoundOut(String what, BeanPostProcessor change, Promise promise) throws IOException {
    try (DemoServer demo = DemoServer.broken(change)) {
      Outcome outcome = Runs.refute(demo.url(), 1_200);

      assertThat(Checker.check(outcome.history()))
          .as("%s: %s", what, outcome.tally().byOperation())
          .extracting(Violation::promise)
          .contains(promise);
      assertThat(Checker.check(outcome.history()))
          .filteredOn(violation -> violation.promise() == promise)
          .allSatisfy(
              violation -> assertThat(violation.piece()).isNotEmpty().hasSizeLessThan(SHORT));
    }
  }
}
