package org.openworkbin.proof.prove;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Time that goes by. A thread that is interrupted waits no longer, and stays interrupted. */
final class Waiting {
  private static final long LOOK_EVERY_MS = 20;
  private static final long RETRY_MS = 200;

  private Waiting() {}

  static void millis(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until that is so, but no longer than that; whether it is. */
  static boolean until(BooleanSupplier condition, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
        return false;
      }
      millis(LOOK_EVERY_MS);
    }
    return true;
  }

  /** Tries it again and again, until it is done, nobody wants it any more, or the time is up. */
  static boolean retry(BooleanSupplier deed, BooleanSupplier stopped, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (!deed.getAsBoolean()) {
      if (stopped.getAsBoolean()
          || System.nanoTime() > end
          || Thread.currentThread().isInterrupted()) {
        return false;
      }
      millis(RETRY_MS);
    }
    return true;
  }

  static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
