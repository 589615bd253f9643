package org.openworkbin.presence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Seats;
import org.openworkbin.directory.User;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.UserId;
import org.openworkbin.presence.StateStore.Kept;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Service;

/**
 * What every agent is on every channel. Only who has a contact-centre session is anything but
 * logged out. A change is durable when its call returns, and the agent is told of it in all his
 * sessions. Thread-safe; reading costs no query.
 */
@Service
public final class Presences {
  private static final int LOCKS = 64;

  private final Directories directories;
  private final Seats seats;
  private final StateStore store;
  private final AgentStates states;
  private final PresenceNews news;
  private final ConcurrentMap<UserId, List<Kept>> kept;

  /**
   * Keep copy and messages in the order of the store's changes; the facts are the store's. An agent
   * has always the same.
   */
  private final ReentrantLock[] orders = new ReentrantLock[LOCKS];

  Presences(
      Directories directories,
      Seats seats,
      StateStore store,
      AgentStates states,
      PresenceNews news) {
    this.directories = directories;
    this.seats = seats;
    this.store = store;
    this.states = states;
    this.news = news;
    this.kept = new ConcurrentHashMap<>(store.load());
    Arrays.setAll(orders, _ -> new ReentrantLock());
  }

  /** What he is on each channel that the contact centre has, in the order of {@link Channel}. */
  public List<ChannelState> channels(UserId agent) {
    List<Kept> his = isAtWork(agent) ? kept.getOrDefault(agent, List.of()) : List.of();
    return Channel.on(directories.now()).stream().map(channel -> state(channel, his)).toList();
  }

  /** What he is on one channel. */
  ChannelState channel(UserId agent, Channel channel) {
    List<Kept> his = isAtWork(agent) ? kept.getOrDefault(agent, List.of()) : List.of();
    return state(channel, his);
  }

  /** Whether he has a contact-centre session and may have one. */
  public boolean isAtWork(UserId agent) {
    return seats.hasSession(agent)
        && directories.now().user(agent).filter(User::enabled).isPresent();
  }

  /**
   * Begins his session there and logs him in to these channels; on those where he is already he
   * stays what he is. Who was sent from that place is logged out of every channel and told so; his
   * session goes on without a place.
   */
  void begin(UserId agent, Optional<PlaceId> place, Set<Channel> channels) {
    Optional<UserId> displaced =
        inOrder(
            agent,
            () -> {
              Optional<UserId> sentAway = seats.take(agent, place);
              change(agent, channels, Wish.LOG_IN);
              return sentAway;
            });
    displaced.ifPresent(this::sendAway);
  }

  /** Unless he has found another place meanwhile. */
  private void sendAway(UserId agent) {
    inOrder(
        agent,
        () -> {
          if (seats.placeOf(agent).isEmpty() && !clear(agent)) {
            news.tell(agent, List.of(ChannelState.loggedOut(Channel.VOICE)));
          }
          return agent;
        });
  }

  /** Does that to one channel. */
  void change(UserId agent, Channel channel, Wish wish) {
    inOrder(
        agent,
        () -> {
          requireWork(agent);
          if (!change(agent, Set.of(channel), wish)) {
            throw refused();
          }
          return agent;
        });
  }

  /** Does that to every channel that he is logged in to. */
  void changeAll(UserId agent, Wish wish) {
    inOrder(
        agent,
        () -> {
          requireWork(agent);
          List<Channel> his =
              kept.getOrDefault(agent, List.of()).stream().map(Kept::channel).toList();
          boolean done =
              his.isEmpty() ? wish.operation() == Operation.OFFLINE : change(agent, his, wish);
          if (!done) {
            throw refused();
          }
          return agent;
        });
  }

  /** Logs him out of every channel and ends his session; nothing happens where he has none. */
  void end(UserId agent) {
    inOrder(
        agent,
        () -> {
          boolean was = clear(agent);
          seats.leave(agent);
          return was;
        });
  }

  private boolean clear(UserId agent) {
    List<Kept> his = kept.getOrDefault(agent, List.of());
    if (his.isEmpty()) {
      return false;
    }
    store.keep(agent, List.of());
    kept.remove(agent);
    Set<Channel> told = EnumSet.of(Channel.VOICE);
    his.forEach(each -> told.add(each.channel()));
    news.tell(agent, told.stream().map(ChannelState::loggedOut).toList());
    return true;
  }

  /** Whether the cycle allows it on one of these channels at least. */
  private boolean change(UserId agent, Collection<Channel> channels, Wish wish) {
    List<Kept> before = kept.getOrDefault(agent, List.of());
    List<ChannelState> changed =
        channels.stream()
            .flatMap(channel -> ChannelCycle.after(state(channel, before), wish).stream())
            .toList();
    if (changed.isEmpty()) {
      return channels.isEmpty();
    }
    List<Kept> after = merged(before, changed);
    if (!after.equals(before)) {
      store.keep(agent, after);
      kept.put(agent, after);
    }
    news.tell(agent, changed);
    return true;
  }

  private static List<Kept> merged(List<Kept> before, List<ChannelState> changed) {
    List<Kept> after = new ArrayList<>(before);
    for (ChannelState state : changed) {
      after.removeIf(old -> old.channel() == state.channel());
      if (!state.isLoggedOut()) {
        String name = state.state().operationName();
        after.add(new Kept(state.channel(), name, state.doNotDisturb()));
      }
    }
    return List.copyOf(after);
  }

  private ChannelState state(Channel channel, List<Kept> his) {
    return his.stream()
        .filter(each -> each.channel() == channel)
        .findFirst()
        .map(each ->
            new ChannelState(channel, states.remembered(each.operationName()), each.doNotDisturb()))
        .orElseGet(() -> ChannelState.loggedOut(channel));
  }

  private void requireWork(UserId agent) {
    if (!isAtWork(agent)) {
      throw new Refusal.Invalid("operationName", "There is no contact-centre session")
          .asException();
    }
  }

  private static RuntimeException refused() {
    return new Refusal.Invalid("operationName", "The agent is not logged in to this channel")
        .asException();
  }

  private <T> T inOrder(UserId agent, Supplier<T> work) {
    ReentrantLock order = orders[Math.floorMod(agent.hashCode(), LOCKS)];
    order.lock();
    try {
      return work.get();
    } finally {
      order.unlock();
    }
  }
}
