package org.openworkbin.proof.load;

import java.util.random.RandomGenerator;

/**
 * When turns are to begin in an open loop: independent arrivals, whose gaps are exponential, as
 * customers come. Whoever takes a time that has gone by begins late, and what he measures counts
 * from that time: a server that stalls is charged with all that would have been asked meanwhile.
 * Thread-safe.
 */
final class Schedule {
  private final double gap;
  private final RandomGenerator random;
  private final long start;
  private double next;

  /**
   * @param rate arrivals a second
   * @param start of the first gap, by {@link System#nanoTime}
   */
  Schedule(double rate, RandomGenerator random, long start) {
    this.gap = 1e9 / rate;
    this.random = random;
    this.start = start;
  }

  /** The next time, by {@link System#nanoTime}; each is given once. */
  synchronized long next() {
    next += gap * random.nextExponential();
    return start + (long) next;
  }
}
