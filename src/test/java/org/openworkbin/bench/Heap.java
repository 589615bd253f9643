package org.openworkbin.bench;

import java.lang.management.ManagementFactory;

/** How much of the heap of this process is in use. */
final class Heap {
  private Heap() {}

  /** Bytes that are in use once the garbage is gone. */
  static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
