package org.openworkbin.bench;

import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/** Does something again and again at an even pace. */
final class Pace {
  private Pace() {}

  /** Does it that often, so many times a second, whether or not it keeps up. */
  static void keep(int times, int perSecond, IntConsumer work) {
    long start = System.nanoTime();
    for (int i = 0; i < times; i++) {
      long due = start + i * 1_000_000_000L / perSecond;
      for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
        LockSupport.parkNanos(due - now);
      }
      work.accept(i);
    }
  }
}
