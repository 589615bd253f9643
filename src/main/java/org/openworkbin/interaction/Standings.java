package org.openworkbin.interaction;

import java.util.Optional;
import java.util.OptionalLong;
import org.openworkbin.directory.Access;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Right;
import org.openworkbin.directory.User;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Location;
import org.springframework.stereotype.Component;

/** Says how interactions stand for those who are told of them. Asks nothing but memory. */
@Component
public final class Standings {
  private final Directories directories;
  private final Access access;
  private final Participants participants;

  Standings(Directories directories, Access access, Participants participants) {
    this.directories = directories;
    this.access = access;
    this.participants = participants;
  }

  /** The state in which he has it, is offered it or sees it parked; empty where it is not his. */
  public Optional<State> stateFor(UserId viewer, Interaction item) {
    return stateFor(viewer, item, Right.SEE);
  }

  /** The same; what is parked counts where he has that right on its bin. */
  Optional<State> stateFor(UserId viewer, Interaction item, Right whereParked) {
    return switch (item.location()) {
      case Location.Hand(UserId agent) when agent.equals(viewer) ->
          Optional.of(LifeCycle.of(item).working());
      case Location.Offer(UserId agent, UserId _) when agent.equals(viewer) ->
          Optional.of(State.INVITED);
      case Location.Bin(BinId bin) when access.may(viewer, whereParked, bin) ->
          Optional.of(State.IN_WORKBIN);
      case Location.Hand _,
          Location.Offer _,
          Location.Bin _,
          Location.Queue _,
          Location.Ended _,
          Location.Nowhere _ ->
          Optional.empty();
    };
  }

  /** How it stands for him in that state. */
  Standing of(UserId viewer, Interaction item, State state, ExternalUrl url) {
    Directory directory = directories.now();
    return new Standing(
        state,
        participants.of(item),
        LifeCycle.of(item).capabilities(state),
        url.uri(MediumTerms.of(item.medium()).pathOf(item)),
        holder(item).filter(viewer::equals).flatMap(directory::user).map(User::userName),
        bin(item)
            .filter(bin -> access.may(viewer, Right.SEE, bin))
            .map(bin -> BinNames.of(bin, directory)),
        hold(viewer, item));
  }

  private static Optional<UserId> holder(Interaction item) {
    return item.location() instanceof Location.Hand(UserId agent)
        ? Optional.of(agent)
        : Optional.empty();
  }

  private static Optional<BinId> bin(Interaction item) {
    return item.location() instanceof Location.Bin(BinId bin) ? Optional.of(bin) : item.lastBin();
  }

  private static OptionalLong hold(UserId viewer, Interaction item) {
    boolean his =
        switch (item.location()) {
          case Location.Hand(UserId agent) -> agent.equals(viewer);
          case Location.Offer(UserId agent, UserId _) -> agent.equals(viewer);
          case Location.Bin _, Location.Queue _, Location.Ended _, Location.Nowhere _ -> false;
        };
    return his ? OptionalLong.of(item.hold()) : OptionalLong.empty();
  }
}
