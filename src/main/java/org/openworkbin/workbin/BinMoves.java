package org.openworkbin.workbin;

import java.util.Optional;
import java.util.function.Function;
import org.openworkbin.directory.Access;
import org.openworkbin.directory.Right;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;
import org.openworkbin.interaction.Features;
import org.openworkbin.interaction.Keep;
import org.openworkbin.interaction.Result;
import org.openworkbin.interaction.Wish;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Ledger;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Move;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.ledger.Reason;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.refusal.RefusedException;
import org.springframework.stereotype.Service;

/**
 * Moves interactions into and out of bins. Rights are decided here, races in the ledger. A refusal
 * that needs no ledger is thrown.
 */
@Service
final class BinMoves {
  private final Access access;
  private final Features features;
  private final Bins bins;
  private final Ledger ledger;
  private final Verdicts verdicts;

  BinMoves(Access access, Features features, Bins bins, Ledger ledger, Verdicts verdicts) {
    this.access = access;
    this.features = features;
    this.bins = bins;
    this.ledger = ledger;
    this.verdicts = verdicts;
  }

  /**
   * Takes an interaction out of a bin into the caller's hand.
   *
   * @param nickname kept with it while he has it
   */
  Result pull(Wish wish, BinId bin, Optional<String> nickname, Optional<Keep> keep) {
    UserId caller = wish.caller();
    require(caller, Right.PULL, bin);
    requireMedium(wish);
    Move move =
        new Move(
                wish.interaction(),
                wish.medium(),
                new Location.Bin(bin),
                new Location.Hand(caller),
                caller,
                Reason.PULL,
                wish.referenceId())
            .on(nickname.map(Move.Terms.NONE::noted).orElse(Move.Terms.NONE));
    return decide(move, outcome -> verdicts.ofPull(caller, bin, outcome), keep);
  }

  /**
   * Puts an interaction into a bin: one that the caller has in hand, or one out of another bin
   * where he has a supervisor's rights on both.
   */
  Result add(Wish wish, BinId bin, boolean savesLastAgent, Optional<Keep> keep) {
    UserId caller = wish.caller();
    require(caller, Right.ADD, bin);
    requireMedium(wish);
    Interaction now = bins.find(wish.interaction()).orElseThrow(() -> unknown(wish));
    // What can't be added from where it is is expected in the caller's hand: the ledger refuses it
    // there and then, so that the answer is kept with the key, or finds it there by now.
    boolean between = mayMove(caller, now, bin);
    Move move =
        new Move(
                wish.interaction(),
                wish.medium(),
                between ? now.location() : new Location.Hand(caller),
                new Location.Bin(bin),
                caller,
                between ? Reason.MOVE : Reason.ADD,
                wish.referenceId())
            .on(terms(wish, savesLastAgent));
    return decide(move, outcome -> verdicts.ofAdd(wish, bin, outcome), keep);
  }

  private static Move.Terms terms(Wish wish, boolean savesLastAgent) {
    Move.Terms terms = savesLastAgent ? Move.Terms.NONE.savingLastAgent() : Move.Terms.NONE;
    return wish.hold().isPresent() ? terms.fencedBy(wish.hold().getAsLong()) : terms;
  }

  private boolean mayMove(UserId caller, Interaction now, BinId to) {
    return now.location() instanceof Location.Bin(BinId from)
        && !from.equals(to)
        && access.may(caller, Right.SUPERVISE, from)
        && access.may(caller, Right.SUPERVISE, to);
  }

  private Result decide(Move move, Function<Outcome, Result> verdict, Optional<Keep> keep) {
    Outcome outcome =
        keep.map(kept -> ledger.move(move, kept.receipt(move.actor(), verdict)))
            .orElseGet(() -> ledger.move(move));
    return verdict.apply(outcome);
  }

  private void require(UserId caller, Right right, BinId bin) {
    if (!access.may(caller, right, bin)) {
      throw new Refusal.NotPermitted("this workbin").asException();
    }
  }

  /** The medium of an interaction never changes, so it can be looked at beforehand. */
  private void requireMedium(Wish wish) {
    wish.medium().ifPresent(features::requireOperation);
    if (wish.medium().isEmpty() && !features.hasAll() && isOff(wish.interaction())) {
      throw unknown(wish);
    }
  }

  private boolean isOff(InteractionId interaction) {
    return bins.find(interaction).filter(item -> !features.has(item.medium())).isPresent();
  }

  private static RefusedException unknown(Wish wish) {
    return new Refusal.Unknown("interaction", wish.interaction().value()).asException();
  }
}
