package org.openworkbin.workbin;

import java.util.Optional;
import org.openworkbin.directory.Access;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Right;
import org.openworkbin.directory.User;
import org.openworkbin.directory.Workbin;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;
import org.openworkbin.interaction.MediumTerms;
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
  private final Directories directories;
  private final Access access;

  Verdicts(Directories directories, Access access) {
    this.directories = directories;
    this.access = access;
  }

  /**
   * Why a pull out of {@code bin} failed, or empty where it did not. An interaction that neither
   * lies in the bin nor was last taken from it is unknown.
   */
  Optional<Refusal> ofPull(UserId caller, BinId bin, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Moved _ -> Optional.empty();
      case Outcome.Absent(InteractionId id) -> Optional.of(unknown(id));
      case Outcome.Exists(InteractionId id) -> Optional.of(new Refusal.AlreadyThere(id));
      case Outcome.WrongMedium(Interaction now) -> Optional.of(wrongMedium(now.medium()));
      case Outcome.Lost(Interaction now, Optional<InteractionId> next) ->
          Optional.of(
              now.lastBin().equals(Optional.of(bin))
                  ? new Refusal.Taken(now.id(), conflict(caller, now), next)
                  : unknown(now.id()));
    };
  }

  /** Why an add into {@code target} failed, or empty where it did not. */
  Optional<Refusal> ofAdd(UserId caller, BinId target, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Moved _ -> Optional.empty();
      case Outcome.Absent(InteractionId id) -> Optional.of(unknown(id));
      case Outcome.Exists(InteractionId id) -> Optional.of(new Refusal.AlreadyThere(id));
      case Outcome.WrongMedium(Interaction now) -> Optional.of(wrongMedium(now.medium()));
      case Outcome.Lost(Interaction now, Optional<InteractionId> _) ->
          Optional.of(notToBeAdded(caller, target, now));
    };
  }

  /**
   * Why an interaction that is where {@code now} says cannot be added to {@code target}: it lies
   * there already, somebody else has it, or it is parked where the caller may not move it from.
   */
  Refusal notToBeAdded(UserId caller, BinId target, Interaction now) {
    return switch (now.location()) {
      case Location.Bin(BinId bin) when bin.equals(target) -> new Refusal.AlreadyThere(now.id());
      case Location.Bin(BinId bin) when access.may(caller, Right.SUPERVISE, bin) ->
          new Refusal.Taken(now.id(), conflict(caller, now), Optional.empty());
      case Location.Bin _, Location.Queue _, Location.Nowhere _ ->
          new Refusal.NotPermitted("the interaction");
      case Location.Hand _, Location.Ended _ ->
          new Refusal.Taken(now.id(), conflictIfKnown(caller, now), Optional.empty());
    };
  }

  /** A typed operation on an interaction of another medium. */
  private static Refusal wrongMedium(Medium medium) {
    return new Refusal.Invalid(
        "operationName", "The interaction is of medium " + MediumTerms.of(medium).singular() + ".");
  }

  private Refusal.Conflict conflictIfKnown(UserId caller, Interaction now) {
    boolean mayKnow =
        now.location().equals(new Location.Hand(caller))
            || now.lastBin().filter(bin -> access.may(caller, Right.SEE, bin)).isPresent();
    return mayKnow ? conflict(caller, now) : new Refusal.Elsewhere(now.since());
  }

  private Refusal.Conflict conflict(UserId caller, Interaction now) {
    return switch (now.location()) {
      case Location.Hand(UserId agent) ->
          directories
              .now()
              .user(agent)
              .map(user -> heldBy(user, now))
              .orElseGet(() -> new Refusal.Elsewhere(now.since()));
      case Location.Bin(BinId bin) ->
          directories
              .now()
              .workbin(bin.workbin())
              .filter(_ -> access.may(caller, Right.SEE, bin))
              .map(workbin -> movedTo(workbin, now))
              .orElseGet(() -> new Refusal.Elsewhere(now.since()));
      case Location.Queue(var queue) -> new Refusal.Queued(queue.value(), now.since());
      case Location.Ended(Location.Ending how) -> new Refusal.Finished(how.wireName(), now.since());
      case Location.Nowhere _ -> new Refusal.Elsewhere(now.since());
    };
  }

  private static Refusal.Conflict heldBy(User user, Interaction now) {
    return new Refusal.HeldBy(
        user.id(), user.userName(), user.firstName(), user.lastName(), now.since());
  }

  private static Refusal.Conflict movedTo(Workbin workbin, Interaction now) {
    return new Refusal.MovedTo(workbin.id().value(), workbin.name(), now.since());
  }

  private static Refusal unknown(InteractionId id) {
    return new Refusal.Unknown("interaction", id.value());
  }
}
