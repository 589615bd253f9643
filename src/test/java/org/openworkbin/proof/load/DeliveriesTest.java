package org.openworkbin.proof.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** Which event belongs to which pull. */
class DeliveriesTest {
  private static final long MILLI = 1_000_000;

  private final Deliveries deliveries = new Deliveries();

  @Test
  void listenersMayHearOfAPullBeforeItsAnswerIsThere() {
    deliveries.heard("A", "bin 1", 30 * MILLI);
    deliveries.pulled("A", 10 * MILLI, true, 3);
    deliveries.heard("A", "bin 1", 50 * MILLI);
    deliveries.heard("A", "bin 1", 70 * MILLI);

    assertThat(deliveries.expected()).isEqualTo(3);
    assertDelays(20, 40, 60);
  }

  @Test
  void aSecondPullOfTheSameItemIsNotTakenForTheFirst() {
    deliveries.pulled("A", 0, true, 2);
    deliveries.heard("A", "bin 1", 10 * MILLI);
    deliveries.pulled("A", 100 * MILLI, true, 2);
    deliveries.heard("A", "bin 3", 105 * MILLI);
    deliveries.heard("A", "bin 1", 120 * MILLI);
    deliveries.heard("A", "bin 3", 130 * MILLI);

    assertDelays(5, 10, 30, 120);
  }

  @Test
  void pullsOfTheWarmUpAreNotCounted() {
    deliveries.pulled("A", 0, false, 1);
    deliveries.heard("A", "bin 1", 10 * MILLI);
    deliveries.pulled("A", 20 * MILLI, true, 1);
    deliveries.heard("A", "bin 3", 27 * MILLI);

    assertThat(deliveries.expected()).isOne();
    assertDelays(7);
  }

  @Test
  void anItemOfWhichNobodyKnowsWhetherItWasPulledSaysNothing() {
    deliveries.unknown("A");
    deliveries.heard("A", "bin 1", 10 * MILLI);
    deliveries.pulled("A", 20 * MILLI, true, 1);
    deliveries.heard("A", "bin 3", 27 * MILLI);

    assertThat(deliveries.expected()).isZero();
    assertDelays();
  }

  @Test
  void whatAllHaveHeardIsForgotten() {
    deliveries.pulled("A", 0, true, 2);
    deliveries.heard("A", "bin 1", 10 * MILLI);
    assertThat(deliveries.remembered()).isOne();

    deliveries.heard("A", "bin 1", 12 * MILLI);
    assertThat(deliveries.remembered()).isZero();
    assertDelays(10, 12);
  }

  @Test
  void whatNobodyPulledIsForgottenAfterAWhile() {
    deliveries.heard("A", "bin 1", 10 * MILLI);
    deliveries.heard("B", "bin 2", 20_000 * MILLI);
    assertThat(deliveries.remembered()).isEqualTo(2);

    deliveries.heard("C", "bin 3", 40_000 * MILLI);
    assertThat(deliveries.remembered()).isEqualTo(2);
  }

  private void assertDelays(long... millis) {
    Histogram delays = deliveries.delays().all();
    assertThat(delays.getTotalCount()).isEqualTo(millis.length);
    for (int i = 0; i < millis.length; i++) {
      long at = delays.getValueAtPercentile(100.0 * (i + 1) / millis.length);
      assertThat(at / 1000.0).isBetween(millis[i] * 0.99, millis[i] * 1.01);
    }
  }
}
