package org.openworkbin.supervision;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openworkbin.directory.Access;
import org.openworkbin.directory.AgentGroup;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Role;
import org.openworkbin.directory.User;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.interaction.State;
import org.openworkbin.ledger.Hands;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Location;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Service;

/**
 * Tells who has what in hand, or is offered it, to those who look after them: everybody himself,
 * managers the agents of their groups, administrators all. What came out of a bin that the reader
 * may not see is counted and no more.
 */
@Service
final class TeamHands {
  private final Directories directories;
  private final Access access;
  private final Hands hands;
  private final HeldItems items;
  private final InstantSource clock;

  TeamHands(
      Directories directories, Access access, Hands hands, HeldItems items, InstantSource clock) {
    this.directories = directories;
    this.access = access;
    this.hands = hands;
    this.items = items;
    this.clock = clock;
  }

  /**
   * Agents by name with what they have, longest held first and then what they are offered. Each
   * agent's part is a snapshot by itself.
   */
  Team of(UserId caller, Wish wish) {
    Directory directory = directories.now();
    List<Interaction> offers = hands.offers();
    Set<UserId> busy = new HashSet<>(hands.holders());
    offers.forEach(offer -> offeredTo(offer).ifPresent(busy::add));
    List<User> team =
        asked(caller, directory, wish).stream()
            .filter(user -> access.looksAfter(caller, user.id()))
            .filter(user -> isAtWork(user) || busy.contains(user.id()))
            .toList();
    Instant now = clock.instant();
    List<Holder> holders =
        team.stream()
            .skip(wish.offset())
            .limit(wish.limit())
            .map(user ->
                busy.contains(user.id())
                    ? items.of(caller, user, has(user.id(), offers), now)
                    : new Holder(user, List.of(), 0))
            .toList();
    return new Team(now, team.size(), holders);
  }

  private List<Interaction> has(UserId agent, List<Interaction> offers) {
    return Stream.concat(
            hands.inHand(agent).stream(),
            offers.stream().filter(offer -> offeredTo(offer).equals(Optional.of(agent))))
        .toList();
  }

  private static Optional<UserId> offeredTo(Interaction item) {
    return item.location() instanceof Location.Offer(UserId agent, UserId _)
        ? Optional.of(agent)
        : Optional.empty();
  }

  private static boolean isAtWork(User user) {
    return user.enabled() && user.roles().contains(Role.ROLE_AGENT);
  }

  private Collection<User> asked(UserId caller, Directory directory, Wish wish) {
    Collection<User> users =
        wish.user().isPresent()
            ? List.of(user(caller, directory, wish.user().get()))
            : directory.users();
    if (wish.agentGroup().isEmpty()) {
      return users;
    }
    AgentGroup group = group(caller, directory, wish.agentGroup().get());
    return users.stream().filter(user -> group.members().contains(user.id())).toList();
  }

  private User user(UserId caller, Directory directory, String id) {
    User user =
        directory.userWithId(id).orElseThrow(() -> new Refusal.Unknown("user", id).asException());
    if (!access.looksAfter(caller, user.id())) {
      throw new Refusal.NotPermitted("this user's work").asException();
    }
    return user;
  }

  /** Who is in a group is for those who are in it or manage it, and for administrators. */
  private static AgentGroup group(UserId caller, Directory directory, String name) {
    AgentGroup group =
        directory
            .agentGroupNamed(name)
            .orElseThrow(() -> new Refusal.Unknown("agent group", name).asException());
    if (!group.members().contains(caller)
        && !group.managers().contains(caller)
        && directory.user(caller).filter(User::isAdministrator).isEmpty()) {
      throw new Refusal.NotPermitted("this agent group").asException();
    }
    return group;
  }

  /**
   * Whose hands are asked for.
   *
   * @param user the id of one; else all that the caller looks after
   * @param agentGroup the name of the group that they have to be in
   */
  record Wish(Optional<String> user, Optional<String> agentGroup, int limit, long offset) {}

  /**
   * A page of agents.
   *
   * @param now when they were looked at
   * @param total how many there are on all pages
   */
  record Team(Instant now, int total, List<Holder> holders) {}

  /**
   * An agent and what he has.
   *
   * @param hidden how much more he has that the reader may not see
   */
  record Holder(User user, List<Held> items, int hidden) {}

  /**
   * What somebody has.
   *
   * @param state how it stands for him
   * @param leaseUntil until when he keeps it if nothing more is heard of him
   * @param from the bin that it was last taken out of, where the reader may see that
   */
  record Held(Interaction item, State state, Optional<Instant> leaseUntil, Optional<BinId> from) {}
}
