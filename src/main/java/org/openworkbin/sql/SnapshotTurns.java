package org.openworkbin.sql;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets so many snapshots be open at the same time as half of the store has readers: they last long,
 * and the other half is for reads that do not. None is opened while they are held. Thread-safe.
 */
final class SnapshotTurns {
  private final int most;
  private final long waitMs;
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition changed = lock.newCondition();
  private int open;
  private boolean held;

  SnapshotTurns(DatabaseSettings settings) {
    this.most = settings.readers() / 2;
    this.waitMs = settings.readerWait().toMillis();
  }

  /**
   * Waits for a turn.
   *
   * @throws StoreAwayException if it did not come in time
   */
  void take() {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(waitMs);
      while (held || open == most) {
        if (left <= 0) {
          throw new StoreAwayException(why(), null);
        }
        left = changed.awaitNanos(left);
      }
      open++;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreAwayException("interrupted while waiting for a snapshot of the store", e);
    } finally {
      lock.unlock();
    }
  }

  private String why() {
    return "no snapshot of the store became free in %d ms: ".formatted(waitMs)
        + (held
            ? "its log is too long, and those who read whole bins are in the way of shortening it"
            : "half of open-workbin.database.readers are reading whole bins");
  }

  /** Ends a turn. */
  void giveBack() {
    lock.lock();
    try {
      open--;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Lets no further snapshot be opened until {@link #letGo}; those that are open go on. */
  void hold() {
    setHeld(true);
  }

  /** Lets snapshots be opened again. */
  void letGo() {
    setHeld(false);
  }

  private void setHeld(boolean now) {
    lock.lock();
    try {
      held = now;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
