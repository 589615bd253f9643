package org.openworkbin.interaction;

import java.util.Optional;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Component;

/**
 * Says what the outcome of a move means to somebody who wrote to an interaction as its holder. One
 * that does not concern him is unknown to him, so that ids cannot be probed. Asks nothing but
 * memory, so it can be called inside the ledger's transaction. Thread-safe.
 */
@Component
public final class HolderVerdicts {
  private final Whereabouts whereabouts;

  public HolderVerdicts(Whereabouts whereabouts) {
    this.whereabouts = whereabouts;
  }

  /** What came of his move. */
  public Result of(UserId caller, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Moved(Entry entry) -> new Result.Done(Optional.of(entry));
      case Outcome.Absent(InteractionId id) -> new Result.Refused(unknown(id));
      case Outcome.WrongMedium(Interaction now) -> new Result.Refused(unknown(now.id()));
      case Outcome.Exists(InteractionId id) -> new Result.Refused(new Refusal.AlreadyThere(id));
      case Outcome.Lost(Interaction now, Optional<InteractionId> _) -> notHolder(caller, now);
      case Outcome.Changed(Interaction now) -> notHolder(caller, now);
      case Outcome.NothingThere(BinId _) ->
          throw new IllegalStateException("only a pull of the next ends so");
    };
  }

  /** Why he cannot write to an interaction that is not in his hand, or not by the same hold. */
  Result notHolder(UserId caller, Interaction now) {
    return new Result.Refused(
        whereabouts.concerns(caller, now)
            ? new Refusal.NotHolder(now.id(), whereabouts.of(caller, now))
            : unknown(now.id()));
  }

  static Refusal unknown(InteractionId id) {
    return new Refusal.Unknown("interaction", id.value());
  }
}
