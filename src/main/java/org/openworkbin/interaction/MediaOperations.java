package org.openworkbin.interaction;

import java.util.Optional;
import org.openworkbin.directory.Right;
import org.openworkbin.http.Body;
import org.openworkbin.id.UserId;
import org.openworkbin.interaction.HolderMoves.Path;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Reason;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Service;

/**
 * Does what is asked of an interaction, if its life cycle has that operation in the state in which
 * it is for the caller. Rights and states are decided here, races in the ledger.
 */
@Service
final class MediaOperations {
  private final Bins bins;
  private final Standings standings;
  private final HolderMoves moves;
  private final Edits edits;
  private final Releases releases;
  private final HolderVerdicts verdicts;

  MediaOperations(
      Bins bins,
      Standings standings,
      HolderMoves moves,
      Edits edits,
      Releases releases,
      HolderVerdicts verdicts) {
    this.bins = bins;
    this.standings = standings;
    this.moves = moves;
    this.edits = edits;
    this.releases = releases;
    this.verdicts = verdicts;
  }

  /** Does it, or says why not. */
  Result run(Wish wish, MediaOperation operation, Command command, Optional<Keep> keep) {
    Interaction item =
        bins.find(wish.interaction())
            .filter(found -> wish.medium().filter(asked -> asked != found.medium()).isEmpty())
            .orElseThrow(() -> HolderVerdicts.unknown(wish.interaction()).asException());
    // Where it is in no state for him the ledger refuses it, so that the answer is kept.
    standings
        .stateFor(wish.caller(), item, Right.SUPERVISE)
        .ifPresent(state -> require(item, state, operation));
    return switch (command) {
      case Command.Accept(boolean saves) -> accept(wish, item, saves, keep);
      case Command.Reject _ -> reject(wish, item, keep);
      case Command.Complete complete -> complete(wish, complete, keep);
      case Command.Cancel _ ->
          fromHand(wish, new Location.Ended(Location.Ending.CANCELED), Reason.CANCEL, keep);
      case Command.Transfer(Location to) -> fromHand(wish, to, Reason.TRANSFER, keep);
      case Command.Release _ -> releases.release(wish, Optional.empty(), keep);
      case Command.Edit(ContentChange change) -> edits.edit(wish, item, change, keep);
      case Command.Focus _ -> focus(wish, item);
    };
  }

  private static void require(Interaction item, State state, MediaOperation operation) {
    switch (LifeCycle.of(item).step(state, operation)) {
      case Step.Becomes _, Step.Edits _, Step.Stays _ -> {}
      case Step.Unknown _, Step.Own _ -> throw Body.unknownOperation();
      // Who no longer has it in hand is told so, and where it lies.
      case Step.Refused _ when state == State.IN_WORKBIN -> {}
      case Step.Refused _ ->
          throw new Refusal.Invalid(
                  "operationName",
                  operation.wireName() + " is not possible in state " + state.wireName())
              .asException();
    }
  }

  private Result accept(Wish wish, Interaction item, boolean savesLastAgent, Optional<Keep> keep) {
    Location hand = new Location.Hand(wish.caller());
    return moves.move(
        wish,
        new Path(offerTo(wish.caller(), item), hand, Reason.ACCEPT).savingLastAgent(savesLastAgent),
        keep);
  }

  private Result reject(Wish wish, Interaction item, Optional<Keep> keep) {
    Location.Offer offer = offerTo(wish.caller(), item);
    return moves.move(wish, new Path(offer, new Location.Hand(offer.by()), Reason.REJECT), keep);
  }

  /** Where it has to be to be accepted; one that is not offered to him is never there. */
  private static Location.Offer offerTo(UserId caller, Interaction item) {
    return item.location() instanceof Location.Offer offer && offer.agent().equals(caller)
        ? offer
        : new Location.Offer(caller, caller);
  }

  private Result complete(Wish wish, Command.Complete complete, Optional<Keep> keep) {
    Location to =
        complete
            .queue()
            .<Location>map(Location.Queue::new)
            .orElseGet(() -> new Location.Ended(Location.Ending.COMPLETED));
    Path path =
        new Path(new Location.Hand(wish.caller()), to, Reason.COMPLETE)
            .savingLastAgent(complete.savesLastAgent());
    return moves.move(wish, path, keep);
  }

  private Result fromHand(Wish wish, Location to, Reason reason, Optional<Keep> keep) {
    return moves.move(wish, new Path(new Location.Hand(wish.caller()), to, reason), keep);
  }

  private Result focus(Wish wish, Interaction item) {
    boolean holds =
        item.location().equals(new Location.Hand(wish.caller()))
            && wish.hold().orElse(item.hold()) == item.hold();
    return holds ? new Result.Done(Optional.empty()) : verdicts.notHolder(wish.caller(), item);
  }
}
