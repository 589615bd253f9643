package org.openworkbin.proof.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** When turns of an open loop are to begin. */
class ScheduleTest {
  private static final long START = 5_000_000_000L;

  @Test
  void arrivalsComeAtTheRateAndWithTheSpreadOfIndependentOnes() {
    long[] times = times(200.0, 7, 100_000);
    double[] gaps = new double[times.length - 1];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = times[i + 1] - times[i];
    }
    double mean = Arrays.stream(gaps).average().orElseThrow();
    double variance =
        Arrays.stream(gaps).map(gap -> (gap - mean) * (gap - mean)).average().orElseThrow();

    assertThat(times[0]).isGreaterThanOrEqualTo(START);
    assertThat(times).isSorted();
    assertThat(mean / 5_000_000).isCloseTo(1.0, within(0.02));
    assertThat(Math.sqrt(variance) / mean).isCloseTo(1.0, within(0.03));
  }

  @Test
  void sameSeedMakesTheSameTimes() {
    assertThat(times(10, 3, 100)).isEqualTo(times(10, 3, 100)).isNotEqualTo(times(10, 4, 100));
  }

  @Test
  void doesNotWaitForThoseWhoAreLate() {
    Schedule schedule = new Schedule(1000, new SplittableRandom(1), START);
    List<Long> taken = LongStream.range(0, 1000).mapToObj(_ -> schedule.next()).toList();

    assertThat(taken.getLast()).isLessThan(START + 2_000_000_000L);
  }

  private static long[] times(double rate, long seed, int count) {
    Schedule schedule = new Schedule(rate, new SplittableRandom(seed), START);
    return LongStream.range(0, count).map(_ -> schedule.next()).toArray();
  }
}
