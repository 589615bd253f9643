package org.openworkbin.proof.load;

import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** How well an open loop kept its schedule. Thread-safe. */
final class LateStarts {
  private final long bound;
  private final LongAdder all = new LongAdder();
  private final LongAdder late = new LongAdder();
  private final LongAccumulator worst = new LongAccumulator(Math::max, 0);

  /**
   * @param bound nanoseconds from which on a turn is late
   */
  LateStarts(long bound) {
    this.bound = bound;
  }

  /** A turn began so many nanoseconds after its time. */
  void began(long after) {
    all.increment();
    worst.accumulate(after);
    if (after > bound) {
      late.increment();
    }
  }

  long all() {
    return all.sum();
  }

  long late() {
    return late.sum();
  }

  /** In nanoseconds. */
  long worst() {
    return worst.get();
  }
}
