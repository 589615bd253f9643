package org.openworkbin.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Interaction.Placement;
import org.openworkbin.ledger.Location;

/**
 * A move of several items to one bin, as it is remembered.
 *
 * @param referenceId the number of its request, by which the journal knows its entries
 * @param more whether there was more to choose from than may be moved at once
 * @param underWay whether a request still works on it, or did when it was cut off
 * @param items in the order in which they were asked for
 */
record BulkMove(
    String id,
    Instant at,
    UserId by,
    Optional<String> comment,
    BinId to,
    long referenceId,
    boolean more,
    boolean underWay,
    Optional<Undoing> undoing,
    List<Item> items) {

  /** How long a move can be undone, and is remembered. */
  static final Duration KEPT = Duration.ofHours(24);

  BulkMove {
    items = List.copyOf(items);
  }

  /** Those that it has moved. */
  List<Item> moved() {
    return items.stream().filter(item -> item.hold().isPresent()).toList();
  }

  /** Until when it can be undone; empty where nothing of it can be. */
  Optional<Instant> undoUntil() {
    return moved().stream().anyMatch(Item::canGoBack)
        ? Optional.of(at.plus(KEPT))
        : Optional.empty();
  }

  /** The bin that all it has moved came from; empty where there is no such one. */
  Optional<BinId> from() {
    List<Optional<Location>> origins = moved().stream().map(Item::from).distinct().toList();
    return origins.size() == 1 && origins.getFirst().orElse(null) instanceof Location.Bin(BinId bin)
        ? Optional.of(bin)
        : Optional.empty();
  }

  /** The same as it is when it was undone. */
  BulkMove undoing(Undoing how, List<Item> others) {
    return new BulkMove(
        id, at, by, comment, to, referenceId, more, underWay, Optional.of(how), others);
  }

  BulkMove with(List<Item> others) {
    return new BulkMove(id, at, by, comment, to, referenceId, more, underWay, undoing, others);
  }

  /**
   * One of its items.
   *
   * @param id as it was asked for
   * @param from where it was, a bin or a hand; empty where it was not for the asker to move
   * @param place its position in the bin where it was
   * @param seen the hold by which it was seen there; 0 where it was not for the asker to move
   * @param hold the journal number of the entry that moved it; empty where it was not moved
   * @param refusal why not
   * @param undoHold the journal number of the entry that took it back
   * @param undoRefusal why it was not taken back
   */
  record Item(
      String id,
      Optional<Location> from,
      Optional<Placement> place,
      long seen,
      OptionalLong hold,
      Optional<Stay> refusal,
      OptionalLong undoHold,
      Optional<Stay> undoRefusal) {

    /** One that is to be moved from there. */
    static Item going(Interaction item) {
      return new Item(
          item.id().value(),
          Optional.of(item.location()),
          item.placement(),
          item.hold(),
          OptionalLong.empty(),
          Optional.empty(),
          OptionalLong.empty(),
          Optional.empty());
    }

    /** One that stays where it is, and why. */
    static Item staying(String id, Stay why) {
      return new Item(
          id,
          Optional.empty(),
          Optional.empty(),
          0,
          OptionalLong.empty(),
          Optional.of(why),
          OptionalLong.empty(),
          Optional.empty());
    }

    /** Whether it is not known yet what becomes of it. */
    boolean isOpen() {
      return hold.isEmpty() && refusal.isEmpty();
    }

    /** Whether it was parked: what was in a hand is not put back into it. */
    boolean canGoBack() {
      return from.filter(Location.Bin.class::isInstance).isPresent() && place.isPresent();
    }

    Item moved(long number) {
      return new Item(
          id, from, place, seen, OptionalLong.of(number), Optional.empty(), undoHold, undoRefusal);
    }

    Item refused(Stay why) {
      return new Item(id, from, place, seen, hold, Optional.of(why), undoHold, undoRefusal);
    }

    Item undone(long number) {
      return new Item(
          id, from, place, seen, hold, refusal, OptionalLong.of(number), Optional.empty());
    }

    Item undoRefused(Stay why) {
      return new Item(id, from, place, seen, hold, refusal, undoHold, Optional.of(why));
    }
  }

  /**
   * Who had it undone, when, and by which request.
   *
   * @param key the {@code Idempotency-Key} of that, if it had one
   */
  record Undoing(Instant at, UserId by, long referenceId, Optional<String> key) {

    /** Whether that request is the same: a repetition of it, after a crash. */
    boolean isBy(Undoing other) {
      return key.isPresent() && key.equals(other.key) && by.equals(other.by);
    }
  }
}
