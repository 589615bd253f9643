package org.openworkbin.supervision;

import java.util.Optional;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Ledger;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Move;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.ledger.Reason;
import org.openworkbin.refusal.RefusedException;
import org.springframework.stereotype.Component;

/**
 * Has the ledger decide the moves of one item, there and back. Each is guarded by the hold: where
 * anybody has moved the item meanwhile, nothing happens.
 */
@Component
final class MoveDecisions {
  private final Ledger ledger;

  MoveDecisions(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Moves an item from where it was seen. */
  BulkMove.Item there(BulkMove move, BulkMove.Item item) {
    Location from = item.from().orElseThrow();
    Move wish =
        new Move(
                new InteractionId(item.id()),
                Optional.empty(),
                from,
                new Location.Bin(move.to()),
                move.by(),
                reason(move.by(), from),
                move.referenceId())
            .on(Move.Terms.NONE.fencedBy(item.seen()));
    try {
      return switch (decide(wish)) {
        case Done(long number) -> item.moved(number);
        case Refused(Stay why) -> item.refused(why);
      };
    } catch (RefusedException away) {
      return item.refused(Stay.UNAVAILABLE);
    }
  }

  private static Reason reason(UserId mover, Location from) {
    return from instanceof Location.Hand(UserId agent)
        ? agent.equals(mover) ? Reason.ADD : Reason.TAKE_BACK
        : Reason.MOVE;
  }

  /**
   * Takes an item back to its old position, if it still is where the move has put it. A store that
   * is away ends it for all, so that it can be done again.
   */
  BulkMove.Item back(BulkMove move, BulkMove.Item item, BulkMove.Undoing undoing) {
    if (!item.canGoBack()) {
      return item.undoRefused(Stay.OUT_OF_HAND);
    }
    Move wish =
        new Move(
                new InteractionId(item.id()),
                Optional.empty(),
                new Location.Bin(move.to()),
                item.from().orElseThrow(),
                undoing.by(),
                Reason.UNDO,
                undoing.referenceId())
            .on(
                Move.Terms.NONE
                    .fencedBy(item.hold().orElseThrow())
                    .toPlace(item.place().orElseThrow()));
    return switch (decide(wish)) {
      case Done(long number) -> item.undone(number);
      case Refused(Stay why) -> item.undoRefused(why);
    };
  }

  /** Says that the one who undoes has not, or no more, a supervisor's rights on both bins. */
  BulkMove.Item notPermitted(BulkMove.Item item) {
    return item.undoRefused(Stay.NOT_PERMITTED);
  }

  private Decision decide(Move wish) {
    return switch (ledger.move(wish)) {
      case Outcome.Moved(Entry entry) -> new Done(entry.number());
      case Outcome.Lost _, Outcome.Changed _ -> new Refused(Stay.ELSEWHERE);
      case Outcome.Absent _ -> new Refused(Stay.UNKNOWN);
      case Outcome.WrongMedium _, Outcome.NothingThere _, Outcome.Exists _ ->
          throw new IllegalStateException("a move of any medium does not end so");
    };
  }

  private sealed interface Decision {}

  private record Done(long number) implements Decision {}

  private record Refused(Stay why) implements Decision {}
}
