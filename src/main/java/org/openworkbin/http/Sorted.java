package org.openworkbin.http;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.ToLongFunction;
import org.openworkbin.refusal.Refusal;

/**
 * Sorts the things that pass by and keeps the first of them. Those that the order does not tell
 * apart stay as they came. Keeps no more than it is allowed to: what goes beyond is refused. For
 * one thread.
 */
public final class Sorted<T> {
  private final Criteria<T> criteria;
  private final long most;
  private final ToLongFunction<T> weight;
  private final long allowed;
  private final PriorityQueue<Ranked<T>> kept;
  private long passed;
  private long held;

  /**
   * @param most keeps so many
   * @param weight what keeping a thing costs
   * @param allowed what all that are kept may cost together
   */
  public Sorted(Criteria<T> criteria, long most, ToLongFunction<T> weight, long allowed) {
    this.criteria = criteria;
    this.most = most;
    this.weight = weight;
    this.allowed = allowed;
    this.kept = new PriorityQueue<>(order().reversed());
  }

  /** Takes the next thing. */
  public void add(T thing) {
    kept.add(new Ranked<>(thing, criteria.keys(thing), passed++));
    held += weight.applyAsLong(thing);
    if (kept.size() > most) {
      held -= weight.applyAsLong(kept.remove().thing());
    }
    if (held > allowed) {
      throw new Refusal.OutOfRange(
              "sortBy",
              "There is too much to be sorted at once: ask for fewer by a filter or by limit.")
          .asException();
    }
  }

  /** The first of all that passed, in order. */
  public List<T> first() {
    return kept.stream().sorted(order()).map(Ranked::thing).toList();
  }

  private Comparator<Ranked<T>> order() {
    return Comparator.comparing((Ranked<T> ranked) -> ranked.keys(), criteria.order())
        .thenComparingLong(Ranked::passed);
  }

  private record Ranked<T>(T thing, List<Optional<FieldValue>> keys, long passed) {}
}
