package org.openworkbin.workbin;

import java.util.Optional;
import org.openworkbin.directory.Access;
import org.openworkbin.directory.Right;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;
import org.openworkbin.interaction.MediumTerms;
import org.openworkbin.interaction.Result;
import org.openworkbin.interaction.Whereabouts;
import org.openworkbin.interaction.Wish;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Component;

/**
 * Says what the outcome of a move means to the one who asked: nothing but what he may know, and so
 * that ids cannot be probed. Asks nothing but memory, so it can be called inside the ledger's
 * transaction.
 */
@Component
final class Verdicts {
  private final Access access;
  private final Whereabouts whereabouts;

  Verdicts(Access access, Whereabouts whereabouts) {
    this.access = access;
    this.whereabouts = whereabouts;
  }

  /**
   * What came of a pull out of {@code bin}. An interaction that neither lies in the bin nor was
   * last taken from it is unknown.
   */
  Result ofPull(UserId caller, BinId bin, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Moved(Entry entry) -> new Result.Done(Optional.of(entry));
      case Outcome.Absent(InteractionId id) -> refused(unknown(id));
      case Outcome.Exists(InteractionId id) -> refused(new Refusal.AlreadyThere(id));
      case Outcome.WrongMedium(Interaction now) -> refused(wrongMedium(now.medium()));
      case Outcome.Changed(Interaction now) -> refused(notHolder(caller, now));
      case Outcome.NothingThere _ -> refused(new Refusal.Unknown("interaction to take", ""));
      case Outcome.Lost(Interaction now, Optional<InteractionId> next) ->
          refused(
              now.lastBin().equals(Optional.of(bin))
                  ? new Refusal.Taken(now.id(), whereabouts.of(caller, now), next)
                  : unknown(now.id()));
    };
  }

  /** What came of an add into {@code target}. Who sends a hold means what he had in hand. */
  Result ofAdd(Wish wish, BinId target, Outcome outcome) {
    UserId caller = wish.caller();
    return switch (outcome) {
      case Outcome.Moved(Entry entry) -> new Result.Done(Optional.of(entry));
      case Outcome.Absent(InteractionId id) -> refused(unknown(id));
      case Outcome.Exists(InteractionId id) -> refused(new Refusal.AlreadyThere(id));
      case Outcome.WrongMedium(Interaction now) -> refused(wrongMedium(now.medium()));
      case Outcome.Changed(Interaction now) -> refused(notHolder(caller, now));
      case Outcome.NothingThere(BinId _) ->
          throw new IllegalStateException("only a pull of the next ends so");
      case Outcome.Lost(Interaction now, Optional<InteractionId> _) ->
          refused(
              wish.hold().isPresent() ? notHolder(caller, now) : notToBeAdded(caller, target, now));
    };
  }

  private static Result refused(Refusal refusal) {
    return new Result.Refused(refusal);
  }

  /**
   * Why an interaction that is where {@code now} says cannot be added to {@code target}: it lies
   * there already, somebody else has it, or it is parked where the caller may not move it from.
   */
  Refusal notToBeAdded(UserId caller, BinId target, Interaction now) {
    return switch (now.location()) {
      case Location.Bin(BinId bin) when bin.equals(target) -> new Refusal.AlreadyThere(now.id());
      case Location.Bin(BinId bin) when access.may(caller, Right.SUPERVISE, bin) ->
          new Refusal.Taken(now.id(), whereabouts.of(caller, now), Optional.empty());
      case Location.Bin _, Location.Queue _, Location.Nowhere _ ->
          new Refusal.NotPermitted("the interaction");
      case Location.Hand _, Location.Offer _, Location.Ended _ -> notHolder(caller, now);
    };
  }

  /** A typed operation on an interaction of another medium. */
  private static Refusal wrongMedium(Medium medium) {
    return new Refusal.Invalid(
        "operationName", "The interaction is of medium " + MediumTerms.of(medium).singular() + ".");
  }

  private Refusal notHolder(UserId caller, Interaction now) {
    return new Refusal.NotHolder(now.id(), conflictIfKnown(caller, now));
  }

  private Refusal.Conflict conflictIfKnown(UserId caller, Interaction now) {
    boolean mayKnow =
        now.location().equals(new Location.Hand(caller))
            || now.lastBin().filter(bin -> access.may(caller, Right.SEE, bin)).isPresent();
    return mayKnow ? whereabouts.of(caller, now) : new Refusal.Elsewhere(now.since());
  }

  private static Refusal unknown(InteractionId id) {
    return new Refusal.Unknown("interaction", id.value());
  }
}
