package org.openworkbin.proof.prove;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** What was done, counted. Thread-safe. */
public final class Tally {
  private final Map<String, Map<String, LongAdder>> calls = new TreeMap<>();
  private final Map<Trouble, LongAdder> troubles = new EnumMap<>(Trouble.class);
  private final LongAdder all = new LongAdder();
  private final LongAdder heard = new LongAdder();

  /** A call and what came of it, both in words. */
  void call(String operation, String outcome) {
    all.increment();
    synchronized (calls) {
      calls
          .computeIfAbsent(operation, _ -> new TreeMap<>())
          .computeIfAbsent(outcome, _ -> new LongAdder())
          .increment();
    }
  }

  void made(Trouble trouble) {
    synchronized (troubles) {
      troubles.computeIfAbsent(trouble, _ -> new LongAdder()).increment();
    }
  }

  void heard() {
    heard.increment();
  }

  long calls() {
    return all.sum();
  }

  long events() {
    return heard.sum();
  }

  long troubles() {
    synchronized (troubles) {
      return troubles.values().stream().mapToLong(LongAdder::sum).sum();
    }
  }

  /** How often there was trouble of that kind. */
  long count(Trouble trouble) {
    synchronized (troubles) {
      LongAdder count = troubles.get(trouble);
      return count == null ? 0 : count.sum();
    }
  }

  /** How often an operation had that outcome. */
  long count(String operation, String outcome) {
    return byOperation().getOrDefault(operation, Map.of()).getOrDefault(outcome, 0L);
  }

  /** For each operation, how often it had which outcome. */
  Map<String, Map<String, Long>> byOperation() {
    Map<String, Map<String, Long>> copy = new TreeMap<>();
    synchronized (calls) {
      calls.forEach((operation, outcomes) -> {
        Map<String, Long> counts = new TreeMap<>();
        outcomes.forEach((outcome, count) -> counts.put(outcome, count.sum()));
        copy.put(operation, counts);
      });
    }
    return copy;
  }
}
