package org.openworkbin.administration;

/** Knows whether the store can be written to. Thread-safe; asks nobody. */
interface StoreWatch {

  boolean isReachable();

  /**
   * Calls {@code listener} after each change of that, on the thread that writes: it must not block
   * or throw.
   */
  void onChange(Runnable listener);
}
