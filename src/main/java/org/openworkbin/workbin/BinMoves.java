package org.openworkbin.workbin;

import java.util.Optional;
import java.util.function.Function;
import org.openworkbin.directory.Access;
import org.openworkbin.directory.Right;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Ledger;
import org.openworkbin.ledger.Ledger.Receipt;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Move;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.ledger.Reason;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Service;

/**
 * Moves interactions into and out of bins. Rights are decided here, races in the ledger. Returns
 * empty when it happened and is durable, else why not; a refusal that needs no ledger is thrown.
 */
@Service
final class BinMoves {
  private final Access access;
  private final Bins bins;
  private final Ledger ledger;
  private final Verdicts verdicts;

  BinMoves(Access access, Bins bins, Ledger ledger, Verdicts verdicts) {
    this.access = access;
    this.bins = bins;
    this.ledger = ledger;
    this.verdicts = verdicts;
  }

  /** Takes an interaction out of a bin into the caller's hand. */
  Optional<Refusal> pull(
      UserId caller, BinId bin, Operation.Pull pull, long referenceId, Optional<KeepAnswer> keep) {
    require(caller, Right.PULL, bin);
    Move move =
        new Move(
            pull.interaction(),
            pull.medium(),
            new Location.Bin(bin),
            new Location.Hand(caller),
            caller,
            Reason.PULL,
            referenceId);
    return decide(move, outcome -> verdicts.ofPull(caller, bin, outcome), keep);
  }

  /**
   * Puts an interaction into a bin: one that the caller has in hand, or one out of another bin
   * where he has a supervisor's rights on both.
   */
  Optional<Refusal> add(
      UserId caller, BinId bin, Operation.Add add, long referenceId, Optional<KeepAnswer> keep) {
    require(caller, Right.ADD, bin);
    Interaction now =
        bins.find(add.interaction())
            .orElseThrow(
                () -> new Refusal.Unknown("interaction", add.interaction().value()).asException());
    // What can't be added from where it is is expected in the caller's hand: the ledger refuses it
    // there and then, so that the answer is kept with the key, or finds it there by now.
    boolean between = mayMove(caller, now, bin);
    Location from = between ? now.location() : new Location.Hand(caller);
    Move move =
        new Move(
            add.interaction(),
            add.medium(),
            from,
            new Location.Bin(bin),
            caller,
            between ? Reason.MOVE : Reason.ADD,
            referenceId);
    return decide(move, outcome -> verdicts.ofAdd(caller, bin, outcome), keep);
  }

  private boolean mayMove(UserId caller, Interaction now, BinId to) {
    return now.location() instanceof Location.Bin(BinId from)
        && !from.equals(to)
        && access.may(caller, Right.SUPERVISE, from)
        && access.may(caller, Right.SUPERVISE, to);
  }

  private Optional<Refusal> decide(
      Move move, Function<Outcome, Optional<Refusal>> verdict, Optional<KeepAnswer> keep) {
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

  /**
   * How the answer of a request with an {@code Idempotency-Key} is kept with its move.
   *
   * @param digest of the request
   * @param answer makes the text to keep; empty means that the move happened
   */
  record KeepAnswer(String key, String digest, Function<Optional<Refusal>, String> answer) {

    Receipt receipt(UserId user, Function<Outcome, Optional<Refusal>> verdict) {
      return new Receipt(user, key, digest, outcome -> answer.apply(verdict.apply(outcome)));
    }
  }
}
