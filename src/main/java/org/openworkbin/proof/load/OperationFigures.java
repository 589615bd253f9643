package org.openworkbin.proof.load;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** What is known of one kind of operation. Recording is thread-safe and waits for nobody. */
final class OperationFigures {
  private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);
  private static final int DIGITS = 3;

  private final Recorder recent = new Recorder(LONGEST_MICROS, DIGITS);
  private final Histogram all = new Histogram(LONGEST_MICROS, DIGITS);
  private final LongAdder lost = new LongAdder();
  private final Map<String, LongAdder> errors = new ConcurrentHashMap<>();

  /** It was done, and took so long. */
  void done(long nanos) {
    recent.recordValue(Math.clamp(TimeUnit.NANOSECONDS.toMicros(nanos), 0, LONGEST_MICROS));
  }

  /** Somebody else was faster. */
  void lost() {
    lost.increment();
  }

  void error(String what) {
    errors.computeIfAbsent(what, _ -> new LongAdder()).increment();
  }

  /** What was done since this was asked last, times in microseconds. One thread asks. */
  Histogram sinceLast() {
    Histogram since = recent.getIntervalHistogram();
    all.add(since);
    return since;
  }

  /** All that was done. The thread that asks for {@link #sinceLast} asks. */
  Histogram all() {
    sinceLast();
    return all;
  }

  long lostCount() {
    return lost.sum();
  }

  /** How often what went wrong. */
  Map<String, Long> errors() {
    Map<String, Long> counts = new TreeMap<>();
    errors.forEach((what, count) -> counts.put(what, count.sum()));
    return counts;
  }

  boolean isEmpty() {
    return all().getTotalCount() == 0 && lostCount() == 0 && errors.isEmpty();
  }
}
