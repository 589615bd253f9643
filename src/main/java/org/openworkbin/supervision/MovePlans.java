package org.openworkbin.supervision;

import java.util.Optional;
import org.openworkbin.directory.Access;
import org.openworkbin.directory.Right;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;
import org.openworkbin.interaction.Features;
import org.openworkbin.interaction.Whereabouts;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Location;
import org.springframework.stereotype.Component;

/**
 * Says of each item what would become of it: it is parked where the caller has a supervisor's
 * rights, or in the hand of somebody that he looks after and named by its hold; else it stays. What
 * has nothing to do with him does not exist for him.
 */
@Component
final class MovePlans {
  private final Bins bins;
  private final Access access;
  private final Features features;
  private final Whereabouts whereabouts;

  MovePlans(Bins bins, Access access, Features features, Whereabouts whereabouts) {
    this.bins = bins;
    this.access = access;
    this.features = features;
    this.whereabouts = whereabouts;
  }

  /** What would become of an item that the caller, who may put it there, wants to be moved. */
  BulkMove.Item plan(UserId caller, MoveWish.Asked asked, BinId to) {
    Optional<Interaction> found =
        InteractionId.parse(asked.id())
            .flatMap(bins::find)
            .filter(item -> features.has(item.medium()));
    Optional<Stay> refusal =
        found.isEmpty() ? Optional.of(Stay.UNKNOWN) : why(caller, found.get(), asked, to);
    return refusal
        .map(no -> BulkMove.Item.staying(asked.id(), no))
        .orElseGet(() -> BulkMove.Item.going(found.orElseThrow()));
  }

  /** Why it stays; empty where it is to go. */
  private Optional<Stay> why(UserId caller, Interaction item, MoveWish.Asked asked, BinId to) {
    boolean asSeen = asked.hold().isPresent() && asked.hold().getAsLong() == item.hold();
    return switch (item.location()) {
      case Location.Bin(BinId from) when access.may(caller, Right.SUPERVISE, from) ->
          from.equals(to)
              ? Optional.of(Stay.ALREADY_THERE)
              : asSeen || asked.hold().isEmpty() ? Optional.empty() : Optional.of(Stay.ELSEWHERE);
      case Location.Hand(UserId agent) when mayTake(caller, agent, item) ->
          asSeen ? Optional.empty() : Optional.of(Stay.ELSEWHERE);
      case Location.Bin _, Location.Queue _, Location.Nowhere _ ->
          Optional.of(whereabouts.concerns(caller, item) ? Stay.NOT_PERMITTED : Stay.UNKNOWN);
      case Location.Hand _, Location.Offer _, Location.Ended _ ->
          Optional.of(whereabouts.concerns(caller, item) ? Stay.ELSEWHERE : Stay.UNKNOWN);
    };
  }

  /** It is his own, or somebody's that he looks after, and came out of no bin but his to manage. */
  private boolean mayTake(UserId caller, UserId agent, Interaction item) {
    return agent.equals(caller)
        || (access.looksAfter(caller, agent)
            && item.lastBin().map(bin -> access.may(caller, Right.SUPERVISE, bin)).orElse(true));
  }
}
