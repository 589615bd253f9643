package org.openworkbin.proof.load;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/** Says every second how it goes while a round is played. */
final class ProgressLine {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final double MILLI = 1000;

  private final Figures figures;
  private final Consumer<String> line;
  private long seconds;

  ProgressLine(Figures figures, Consumer<String> line) {
    this.figures = figures;
    this.line = line;
  }

  /**
   * Waits until these threads have ended.
   *
   * @param from when measuring begins
   * @return what this process had taken of the machine when it began
   */
  OwnShare follow(List<Thread> threads, long from) {
    OwnShare before = OwnShare.now();
    boolean measuring = before.wall() - from >= 0;
    long next = before.wall() + SECOND;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        long until = measuring ? next : Math.min(next, from);
        join(thread, until - System.nanoTime());
        long now = System.nanoTime();
        if (!measuring && now - from >= 0) {
          measuring = true;
          before = OwnShare.now();
        }
        if (now - next >= 0) {
          next += SECOND;
          tell(measuring);
        }
      }
    }
    return before;
  }

  private static void join(Thread thread, long nanos) {
    try {
      var _ = thread.join(Duration.ofNanos(Math.max(1, nanos)));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(boolean measuring) {
    seconds++;
    if (!measuring) {
      line.accept("%4d s  warming up".formatted(seconds));
      return;
    }
    Histogram all = null;
    long lost = 0;
    long errors = 0;
    for (OperationFigures each : figures.all().values()) {
      Histogram since = each.sinceLast();
      if (all == null) {
        all = since.copy();
      } else {
        all.add(since);
      }
      lost += each.lostCount();
      errors += each.errors().values().stream().mapToLong(Long::longValue).sum();
    }
    if (all != null) {
      line.accept(
          String.format(
              Locale.ROOT,
              "%4d s  %,8d done  p50 %.1f ms  p99 %.1f ms  max %.1f ms  %,d lost races  %,d errors",
              seconds,
              all.getTotalCount(),
              all.getValueAtPercentile(50) / MILLI,
              all.getValueAtPercentile(99) / MILLI,
              all.getMaxValue() / MILLI,
              lost,
              errors));
    }
  }
}
