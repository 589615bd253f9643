package org.openworkbin.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The CPU time that this process and the processes below another one have used, from /proc. */
final class CpuTime {
  private static final long TICK_NANOS = TimeUnit.SECONDS.toNanos(1) / 100;
  private static final int PARENT = 1;
  private static final int USER = 11;
  private static final int SYSTEM = 12;

  private CpuTime() {}

  static long ofThisProcess() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Of a process and its living children; 0 for process 0. */
  static long ofFamily(long parent) {
    if (parent == 0) {
      return 0;
    }
    return ProcessHandle.allProcesses()
            .map(process -> stat(process.pid()))
            .filter(stat -> stat.size() > SYSTEM)
            .filter(stat -> stat.get(PARENT).equals("" + parent))
            .mapToLong(CpuTime::used)
            .sum()
        + used(stat(parent));
  }

  static long parentOf(long process) {
    return Long.parseLong(stat(process).get(PARENT));
  }

  private static long used(List<String> stat) {
    return stat.size() <= SYSTEM
        ? 0
        : (Long.parseLong(stat.get(USER)) + Long.parseLong(stat.get(SYSTEM))) * TICK_NANOS;
  }

  /** The fields behind the name, which may hold blanks. */
  private static List<String> stat(long process) {
    try {
      String line = Files.readString(Path.of("/proc/" + process + "/stat"));
      return List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
    } catch (IOException _) {
      return List.of();
    }
  }

  /** CPU time in nanoseconds, of the server's process and of the database's. */
  record Used(long java, long database) {
    Used since(Used before) {
      return new Used(java - before.java, database - before.database);
    }
  }
}
