package org.openworkbin.supervision;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.openworkbin.http.Repetition;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Journal;
import org.springframework.stereotype.Component;

/**
 * Remembers moves of several items. A move is written down before anything of it is done; what
 * became of one whose request was cut off is found in the journal, by the number of the request,
 * before anybody reads of it. Thread-safe.
 */
@Component
final class MoveMemory {
  private static final int LONGEST_HISTORY = 10_000;

  private final MoveStore store;
  private final Journal journal;
  private final InstantSource clock;
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();

  MoveMemory(MoveStore store, Journal journal, InstantSource clock) {
    this.store = store;
    this.journal = journal;
    this.clock = clock;
  }

  /** Writes a move down, does it, and keeps what became of each item. */
  BulkMove begin(BulkMove move, Repetition request, UnaryOperator<BulkMove> work) {
    underWay.add(move.id());
    try {
      store.add(remembered(move), request);
      return done(work.apply(move));
    } finally {
      underWay.remove(move.id());
    }
  }

  /** Goes on with a move that was cut off; empty where it was undone, or a request works on it. */
  Optional<BulkMove> resume(String id, UnaryOperator<BulkMove> work) {
    return alone(id, () -> store.resume(id), work);
  }

  /** Undoes a move; empty where it was undone, or a request works on it. */
  Optional<BulkMove> undo(String id, BulkMove.Undoing undoing, UnaryOperator<BulkMove> work) {
    return alone(id, () -> store.claim(id, undoing), work);
  }

  /** The work is on the move as it is when nobody else can work on it any more. */
  private Optional<BulkMove> alone(
      String id, BooleanSupplier granted, UnaryOperator<BulkMove> work) {
    if (!underWay.add(id)) {
      return Optional.empty();
    }
    try {
      return granted.getAsBoolean()
          ? store.find(id, oldest()).map(move -> done(work.apply(move)))
          : Optional.empty();
    } finally {
      underWay.remove(id);
    }
  }

  private BulkMove done(BulkMove move) {
    store.finish(remembered(move));
    return move;
  }

  /** What is no id at all is answered and not remembered: a repetition names it again. */
  private static BulkMove remembered(BulkMove move) {
    return move.with(
        move.items().stream().filter(item -> InteractionId.parse(item.id()).isPresent()).toList());
  }

  Optional<BulkMove> find(String id) {
    settle();
    return store.find(id, oldest());
  }

  /** The move that the same request has begun and was cut off from. */
  Optional<BulkMove> begunBy(Repetition request) {
    settle();
    return store.begunBy(request, oldest());
  }

  /** The newest moves that have moved anything, of one user or of all. */
  List<BulkMove> newest(Optional<UserId> by, int limit) {
    settle();
    return store.newest(by, oldest(), limit);
  }

  private Instant oldest() {
    return clock.instant().minus(BulkMove.KEPT);
  }

  private void settle() {
    for (BulkMove move : store.underWay()) {
      if (!underWay.contains(move.id())) {
        store.settle(move.with(move.items().stream().map(item -> found(move, item)).toList()));
      }
    }
  }

  private BulkMove.Item found(BulkMove move, BulkMove.Item item) {
    Optional<BulkMove.Undoing> undoing = move.undoing();
    if (undoing.isPresent() && item.hold().isPresent() && item.undoHold().isEmpty()) {
      OptionalLong number = number(item, undoing.get().referenceId());
      return number.isPresent() ? item.undone(number.getAsLong()) : item;
    }
    OptionalLong number = item.isOpen() ? number(item, move.referenceId()) : OptionalLong.empty();
    return number.isPresent() ? item.moved(number.getAsLong()) : item;
  }

  private OptionalLong number(BulkMove.Item item, long referenceId) {
    return journal.ofInteraction(new InteractionId(item.id()), LONGEST_HISTORY).stream()
        .filter(entry -> entry.referenceId() == referenceId)
        .mapToLong(Entry::number)
        .findFirst();
  }
}
