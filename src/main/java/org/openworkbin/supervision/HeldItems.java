package org.openworkbin.supervision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openworkbin.directory.Access;
import org.openworkbin.directory.Right;
import org.openworkbin.directory.User;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.interaction.Features;
import org.openworkbin.interaction.Standings;
import org.openworkbin.lease.Leases;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.supervision.TeamHands.Held;
import org.openworkbin.supervision.TeamHands.Holder;
import org.springframework.stereotype.Component;

/** Says what of an agent's work its reader may see. Asks nothing but memory. */
@Component
final class HeldItems {
  private final Access access;
  private final Features features;
  private final Standings standings;
  private final Leases leases;

  HeldItems(Access access, Features features, Standings standings, Leases leases) {
    this.access = access;
    this.features = features;
    this.standings = standings;
    this.leases = leases;
  }

  /** What the agent has; what the reader may not see is counted. */
  Holder of(UserId reader, User agent, List<Interaction> has, Instant now) {
    List<Held> seen = new ArrayList<>();
    int hidden = 0;
    for (Interaction item : has) {
      if (!features.has(item.medium())) {
        continue;
      }
      if (isFor(reader, agent.id(), item)) {
        held(reader, agent.id(), item, now).ifPresent(seen::add);
      } else {
        hidden++;
      }
    }
    return new Holder(agent, List.copyOf(seen), hidden);
  }

  /** What is in one's own hand, what was in no bin, and what came out of one that one may see. */
  boolean isFor(UserId reader, UserId agent, Interaction item) {
    return reader.equals(agent) || item.lastBin().isEmpty() || bin(reader, item).isPresent();
  }

  private Optional<BinId> bin(UserId reader, Interaction item) {
    return item.lastBin().filter(bin -> access.may(reader, Right.SEE, bin));
  }

  private Optional<Held> held(UserId reader, UserId agent, Interaction item, Instant now) {
    return standings
        .stateFor(agent, item)
        .map(state -> new Held(item, state, leases.end(item, now), bin(reader, item)));
  }
}
