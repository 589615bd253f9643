package org.openworkbin.proof.load;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** Time for those who wait: until their turn, or until they have thought, or until it is over. */
final class Pace {
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile long deadline;

  void deadline(long at) {
    deadline = at;
  }

  /** Ends all waiting, and all that comes after. */
  void stop() {
    stopped.countDown();
  }

  boolean isStopped() {
    return stopped.getCount() == 0;
  }

  boolean isOver() {
    return isStopped() || System.nanoTime() - deadline >= 0;
  }

  /** Waits until then; false where it is over before. */
  boolean until(long at) {
    if (at - deadline >= 0) {
      rest(deadline - System.nanoTime());
      return false;
    }
    rest(at - System.nanoTime());
    return !isStopped();
  }

  /** Takes about that long, longer or shorter by chance, but not longer than there is time. */
  void think(Duration mean, RandomGenerator random) {
    if (mean.isPositive()) {
      long nanos = (long) (mean.toNanos() * random.nextExponential());
      rest(Math.min(nanos, deadline - System.nanoTime()));
    }
  }

  private void rest(long nanos) {
    try {
      if (nanos > 0) {
        var _ = stopped.await(nanos, TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      stop();
    }
  }
}
