package org.openworkbin.proof.load;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How much of the machine this process itself took.
 *
 * @param cpu nanoseconds of all its threads
 * @param wall nanoseconds that went by
 */
record OwnShare(long cpu, long wall) {

  /** What it has taken since it started; only differences mean something. */
  static OwnShare now() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new OwnShare(system.getProcessCpuTime(), System.nanoTime());
  }

  OwnShare since(OwnShare before) {
    return new OwnShare(cpu - before.cpu, wall - before.wall);
  }

  OwnShare and(OwnShare more) {
    return new OwnShare(cpu + more.cpu, wall + more.wall);
  }

  /** Of all processors, 0 to 1. */
  double ofMachine(int processors) {
    return wall <= 0 ? 0 : (double) cpu / wall / processors;
  }
}
