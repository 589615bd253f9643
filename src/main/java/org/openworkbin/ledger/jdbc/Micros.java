package org.openworkbin.ledger.jdbc;

import java.time.Instant;

/** Times as the store keeps them: epoch microseconds. */
final class Micros {
  private static final long PER_SECOND = 1_000_000;
  private static final long NANOS = 1_000;

  private Micros() {}

  static long of(Instant time) {
    return time.getEpochSecond() * PER_SECOND + time.getNano() / NANOS;
  }

  static Instant toInstant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * NANOS);
  }
}
