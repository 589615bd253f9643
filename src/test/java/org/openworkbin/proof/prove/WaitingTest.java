package org.openworkbin.proof.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WaitingTest {
  private static final Duration LONG = Duration.ofDays(1);

  @Test
  void whatFailsIsTriedAgain() {
    AtomicInteger tries = new AtomicInteger();

    assertThat(Waiting.retry(() -> tries.incrementAndGet() == 3, () -> false, LONG)).isTrue();
    assertThat(tries).hasValue(3);
  }

  @Test
  void whatFailsForEverIsGivenUp() {
    assertThat(Waiting.retry(() -> false, () -> false, Duration.ofMillis(1))).isFalse();
    assertThat(Waiting.retry(() -> false, () -> true, LONG)).isFalse();
  }
}
