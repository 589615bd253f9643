package org.openworkbin.proof.load;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * Brings together the pulls that agents made and the removals that listeners heard of. The answer
 * to a pull does not say which revision of the bin it made, and listeners may hear of it before its
 * answer is there; but an item is pulled again only after it was put back, so its first pull is its
 * first removal, and so on. Thread-safe.
 */
final class Deliveries {
  /** As long as that it is waited for those who have not heard of a change yet. */
  private static final long KEPT = Duration.ofSeconds(30).toNanos();

  private final Map<String, Way> ways = new ConcurrentHashMap<>();
  private final Map<String, Removal> removals = new ConcurrentHashMap<>();
  private final Queue<Change> inOrder = new ConcurrentLinkedQueue<>();
  private final OperationFigures delays = new OperationFigures();
  private final LongAdder expected = new LongAdder();

  /**
   * A pull was answered: done.
   *
   * @param sent when it went out, by {@link System#nanoTime}
   * @param listeners how many are to hear of it
   */
  void pulled(String item, long sent, boolean measured, int listeners) {
    Pull pull = new Pull(sent, measured, listeners);
    Optional<Removal> removal = way(item).pulled(pull);
    if (measured && !way(item).isLost()) {
      expected.add(listeners);
    }
    removal.ifPresent(each -> each.belongsTo(pull, delays));
  }

  /** Nobody knows whether that item was pulled: from now on it says nothing. */
  void unknown(String item) {
    way(item).lose();
  }

  /**
   * A listener heard that it is gone.
   *
   * @param change which bin, and its revision
   */
  void heard(String item, String change, long at) {
    Removal removal =
        removals.computeIfAbsent(
            change,
            _ -> {
              Removal first = new Removal();
              way(item).heard(first).ifPresent(pull -> first.belongsTo(pull, delays));
              inOrder.add(new Change(change, item, first, at));
              return first;
            });
    removal.heard(at, delays);
    forgetBefore(at - KEPT);
  }

  /** Who has not heard of it by then never will; who has not pulled it is not known. */
  private void forgetBefore(long time) {
    Change oldest = inOrder.peek();
    while (oldest != null && (oldest.removal.isOver() || oldest.at - time < 0)) {
      if (inOrder.remove(oldest)) {
        removals.remove(oldest.name, oldest.removal);
        if (!oldest.removal.hasPull()) {
          way(oldest.item).lose();
        }
      }
      oldest = inOrder.peek();
    }
  }

  /** How many changes of bins are remembered. */
  int remembered() {
    return removals.size();
  }

  private Way way(String item) {
    return ways.computeIfAbsent(item, _ -> new Way());
  }

  /** How long it took until a listener heard of a pull. */
  OperationFigures delays() {
    return delays;
  }

  /** How often listeners were to hear of a pull that was measured. */
  long expected() {
    return expected.sum();
  }

  private record Pull(long sent, boolean measured, int listeners) {}

  /** A removal, under the name of its change, and when it was first heard of. */
  private record Change(String name, String item, Removal removal, long at) {}

  /** What an item has gone through that has no counterpart yet. */
  private static final class Way {
    private final Deque<Pull> pulls = new ArrayDeque<>(1);
    private final Deque<Removal> removals = new ArrayDeque<>(1);
    private boolean lost;

    synchronized Optional<Removal> pulled(Pull pull) {
      if (lost) {
        return Optional.empty();
      }
      Removal first = removals.poll();
      if (first == null) {
        pulls.add(pull);
      }
      return Optional.ofNullable(first);
    }

    synchronized Optional<Pull> heard(Removal removal) {
      if (lost) {
        return Optional.empty();
      }
      Pull first = pulls.poll();
      if (first == null) {
        removals.add(removal);
      }
      return Optional.ofNullable(first);
    }

    synchronized void lose() {
      lost = true;
      pulls.clear();
      removals.clear();
    }

    synchronized boolean isLost() {
      return lost;
    }
  }

  /** One change of one bin, as listeners hear of it. */
  private static final class Removal {
    private final List<Long> heard = new ArrayList<>(1);
    private Optional<Pull> pull = Optional.empty();
    private int times;

    synchronized boolean hasPull() {
      return pull.isPresent();
    }

    /** Whether as many listeners have heard of it as were to. */
    synchronized boolean isOver() {
      return pull.isPresent() && times >= pull.get().listeners();
    }

    synchronized void belongsTo(Pull known, OperationFigures delays) {
      pull = Optional.of(known);
      heard.forEach(at -> count(known, at, delays));
      heard.clear();
    }

    synchronized void heard(long at, OperationFigures delays) {
      times++;
      if (pull.isPresent()) {
        count(pull.get(), at, delays);
      } else {
        heard.add(at);
      }
    }

    private static void count(Pull pull, long at, OperationFigures delays) {
      if (pull.measured()) {
        delays.done(at - pull.sent());
      }
    }
  }
}
