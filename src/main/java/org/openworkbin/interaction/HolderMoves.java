package org.openworkbin.interaction;

import java.util.Optional;
import java.util.function.Function;
import org.openworkbin.ledger.Ledger;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Move;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.ledger.Reason;
import org.springframework.stereotype.Component;

/** Makes the moves of those who have something in hand, or are offered something. */
@Component
final class HolderMoves {
  private final Ledger ledger;
  private final HolderVerdicts verdicts;

  HolderMoves(Ledger ledger, HolderVerdicts verdicts) {
    this.ledger = ledger;
    this.verdicts = verdicts;
  }

  /** Moves it, if it is where that is expected and, where the wish has a fence, since then. */
  Result move(Wish wish, Path path, Optional<Keep> keep) {
    Move.Terms terms =
        wish.hold().isPresent() ? path.terms().fencedBy(wish.hold().getAsLong()) : path.terms();
    Move move =
        new Move(
                wish.interaction(),
                wish.medium(),
                path.from(),
                path.to(),
                wish.caller(),
                path.reason(),
                wish.referenceId())
            .on(terms);
    Function<Outcome, Result> verdict = outcome -> verdicts.of(wish.caller(), outcome);
    Outcome outcome =
        keep.map(kept -> ledger.move(move, kept.receipt(wish.caller(), verdict)))
            .orElseGet(() -> ledger.move(move));
    return verdict.apply(outcome);
  }

  /** From where to where, why, and on what terms. */
  record Path(Location from, Location to, Reason reason, Move.Terms terms) {

    Path(Location from, Location to, Reason reason) {
      this(from, to, reason, Move.Terms.NONE);
    }

    /** The same; where that is asked for, the mover is kept as the contact's last agent. */
    Path savingLastAgent(boolean asked) {
      return asked ? new Path(from, to, reason, terms.savingLastAgent()) : this;
    }
  }
}
