package org.openworkbin.lease;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time as leases count it. Where the clock jumped, or nobody looked at it for long because the
 * machine slept or was too busy, nobody can tell who was idle meanwhile: all leases begin anew, as
 * they do after a restart. One thread at a time looks at it; {@link #start} is for any.
 */
final class LeaseClock {
  private static final Logger log = LoggerFactory.getLogger(LeaseClock.class);

  private final InstantSource clock;
  private final Duration longestGap;
  private volatile Instant start;
  private Instant lastLook;

  /**
   * Leases begin now.
   *
   * @param longestGap the longest time between two looks that counts as time
   */
  LeaseClock(InstantSource clock, Duration longestGap) {
    this.clock = clock;
    this.longestGap = longestGap;
    this.start = clock.instant();
    this.lastLook = start;
  }

  /** The time. */
  Instant now() {
    Instant now = clock.instant();
    Duration gap = Duration.between(lastLook, now);
    if (gap.abs().compareTo(longestGap) > 0) {
      log.warn("The clock went on by {} at once: all leases begin anew", gap);
      start = now;
    }
    lastLook = now;
    return now;
  }

  /** Since when leases count; never after what {@link #now} said last. */
  Instant start() {
    return start;
  }
}
