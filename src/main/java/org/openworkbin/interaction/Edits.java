package org.openworkbin.interaction;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.openworkbin.directory.Access;
import org.openworkbin.directory.Right;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Content;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Ledger;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Move;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.ledger.Reason;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Component;

/**
 * Changes what interactions hold: whoever has one in hand, and who has a supervisor's rights on the
 * bin where one is parked. Of two changes at once none is lost: the one that comes second is made
 * again on what the first has left.
 */
@Component
final class Edits {
  private static final int TRIES = 20;
  private static final Duration BUSY = Duration.ofSeconds(1);

  private final Access access;
  private final Ledger ledger;
  private final HolderVerdicts verdicts;

  Edits(Access access, Ledger ledger, HolderVerdicts verdicts) {
    this.access = access;
    this.ledger = ledger;
    this.verdicts = verdicts;
  }

  /**
   * Makes a change.
   *
   * @param item as it was found
   */
  Result edit(Wish wish, Interaction item, ContentChange change, Optional<Keep> keep) {
    long hold = wish.hold().orElse(item.hold());
    Function<Outcome, Result> verdict = outcome -> verdicts.of(wish.caller(), outcome);
    Interaction base = item;
    for (int tries = 0; tries < TRIES; tries++) {
      Move move = move(wish, hold, base, change);
      Outcome outcome =
          keep.map(kept ->
                  kept.receiptUnless(made -> isOvertaken(made, hold), wish.caller(), verdict))
              .map(receipt -> ledger.move(move, receipt))
              .orElseGet(() -> ledger.move(move));
      if (!(outcome instanceof Outcome.Changed(Interaction now) && isOvertaken(outcome, hold))) {
        return verdict.apply(outcome);
      }
      base = now;
    }
    throw new Refusal.Unavailable(BUSY).asException();
  }

  private Move move(Wish wish, long hold, Interaction base, ContentChange change) {
    boolean mayWrite = mayWrite(wish, base);
    Location where = mayWrite ? base.location() : new Location.Hand(wish.caller());
    Content content = mayWrite ? change.of(base.content()) : base.content();
    return new Move(
            wish.interaction(),
            wish.medium(),
            where,
            where,
            wish.caller(),
            Reason.EDIT,
            wish.referenceId())
        .on(Move.Terms.NONE.fencedBy(hold).revising(base.contentVersion(), content));
  }

  /** Whether nothing but another change came first. */
  private static boolean isOvertaken(Outcome outcome, long hold) {
    return outcome instanceof Outcome.Changed(Interaction now) && now.hold() == hold;
  }

  /**
   * Whether it is where he may change it. Elsewhere not even the change is tried, which would tell
   * of what the interaction holds: the ledger refuses it, so that the answer is kept.
   */
  private boolean mayWrite(Wish wish, Interaction item) {
    return switch (item.location()) {
      case Location.Hand(UserId agent) -> agent.equals(wish.caller());
      case Location.Bin(BinId bin) -> access.may(wish.caller(), Right.SUPERVISE, bin);
      case Location.Offer _, Location.Queue _, Location.Ended _, Location.Nowhere _ -> false;
    };
  }
}
