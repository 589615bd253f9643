package org.openworkbin.sql;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets as many read at the same time as the store has readers, in the order in which they came:
 * where all are busy, whoever came last would else often be the first. Thread-safe.
 */
final class ReaderPermits {
  private final int readers;
  private final long waitMs;
  private final Semaphore permits;

  ReaderPermits(DatabaseSettings settings) {
    this.readers = settings.readers();
    this.waitMs = settings.readerWait().toMillis();
    this.permits = new Semaphore(readers, true);
  }

  /**
   * Waits for a turn.
   *
   * @throws StoreAwayException if it did not come in time
   */
  void take() {
    try {
      if (!permits.tryAcquire(waitMs, TimeUnit.MILLISECONDS)) {
        throw new StoreAwayException(
            "no reader of the store became free in %d ms: %d of %d (open-workbin.database.readers)"
                    .formatted(waitMs, readers, readers)
                + " are busy and "
                + waiting()
                + " wait",
            null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreAwayException("interrupted while waiting for a reader of the store", e);
    }
  }

  /** How many wait for their turn, roughly. */
  int waiting() {
    return permits.getQueueLength();
  }

  /** Ends a turn. */
  void giveBack() {
    permits.release();
  }

  /** Lets nobody in any more but those who are given a turn by others. */
  void close() {
    permits.drainPermits();
  }
}
