package org.openworkbin.push;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.openworkbin.directory.Access;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.BinState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Users who are told of every bin that they see as members, whatever becomes of directory and
 * seating. What that means at the moment is laid out as one watch for each bin.
 */
final class StandingSubscriptions {
  private static final Logger log = LoggerFactory.getLogger(StandingSubscriptions.class);

  private final StandingStore store;
  private final BinSubscriptions subscriptions;
  private final Watches watches;
  private final Access access;
  private final LostRights lostRights;
  private final SubscriptionNews news;
  private final ConcurrentMap<UserId, Standing> all = new ConcurrentHashMap<>();

  StandingSubscriptions(
      StandingStore store,
      BinSubscriptions subscriptions,
      Watches watches,
      Access access,
      LostRights lostRights,
      SubscriptionNews news) {
    this.store = store;
    this.subscriptions = subscriptions;
    this.watches = watches;
    this.access = access;
    this.lostRights = lostRights;
    this.news = news;
  }

  /** Takes up what was in force before this server started. */
  void resume(Instant now) {
    store
        .all()
        .forEach((user, leftOut) -> {
          all.put(user, new Standing(user, leftOut, now));
          access.binsOf(user).stream()
              .filter(bin -> !leftOut.contains(bin))
              .forEach(bin -> subscriptions.resumeStanding(user, bin, now));
        });
  }

  /** Who has one. */
  Set<UserId> users() {
    return Set.copyOf(all.keySet());
  }

  /** As {@link Subscriptions#subscribeToAll}. */
  List<BinState> begin(UserId user, Instant now) {
    while (true) {
      Standing standing = all.computeIfAbsent(user, _ -> new Standing(user, now));
      synchronized (standing) {
        if (standing.phase != Phase.OVER) {
          standing.lastAsked = now;
          return begin(standing);
        }
      }
    }
  }

  private List<BinState> begin(Standing standing) {
    UserId user = standing.user;
    try {
      List<BinState> begun =
          subscriptions.subscribeStanding(user, access.binsOf(user), standing.lastAsked);
      store.keep(user);
      standing.leftOut = Set.of();
      standing.phase = Phase.KEPT;
      return begun;
    } finally {
      if (standing.phase != Phase.KEPT) {
        close(standing);
        subscriptions.unsubscribeStanding(user, Set.of());
      }
    }
  }

  /** As {@link Subscriptions#unsubscribeFromAll}. */
  Optional<List<BinId>> end(UserId user) {
    Standing standing = all.get(user);
    if (standing == null) {
      return Optional.empty();
    }
    synchronized (standing) {
      return standing.phase == Phase.OVER
          ? Optional.empty()
          : Optional.of(end(standing, Set.copyOf(access.binsOf(user))));
    }
  }

  /** Ends it unless it, or one of its bins, was asked for after that time. */
  void endAskedUntil(Instant time, UserId user) {
    Standing standing = all.get(user);
    if (standing == null) {
      return;
    }
    synchronized (standing) {
      if (standing.phase != Phase.OVER && !standing.lastAsked.isAfter(time)) {
        end(standing, Set.of());
      }
    }
  }

  private List<BinId> end(Standing standing, Set<BinId> covered) {
    List<BinId> ended = subscriptions.unsubscribeStanding(standing.user, covered);
    store.forget(standing.user);
    close(standing);
    return ended;
  }

  private void close(Standing standing) {
    standing.phase = Phase.OVER;
    all.remove(standing.user, standing);
  }

  /** The user wants to hear no more of one bin that his standing subscription covers. */
  void leaveOut(UserId user, BinId bin) {
    Standing standing = all.get(user);
    if (standing == null || !access.binsOf(user).contains(bin)) {
      return;
    }
    synchronized (standing) {
      if (standing.phase == Phase.KEPT && !standing.leftOut.contains(bin)) {
        store.leaveOut(user, bin);
        Set<BinId> more = new HashSet<>(standing.leftOut);
        more.add(bin);
        standing.leftOut = Set.copyOf(more);
      }
    }
  }

  /** The user asks for a bin by itself, which he may have left out. */
  void takeBack(UserId user, BinId bin, Instant now) {
    Standing standing = all.get(user);
    if (standing == null) {
      return;
    }
    synchronized (standing) {
      standing.lastAsked = now; // it may be what tells him of that bin
      if (standing.phase == Phase.KEPT && standing.leftOut.contains(bin)) {
        store.takeBack(user, bin);
        Set<BinId> less = new HashSet<>(standing.leftOut);
        less.remove(bin);
        standing.leftOut = Set.copyOf(less);
      }
    }
  }

  /**
   * Brings the watches of everybody in line with what he may see now, and tells him of each bin
   * that he gained or lost. Does not throw: what fails is tried again at the next call.
   */
  void reconcile() {
    for (Standing standing : all.values()) {
      try {
        reconcile(standing);
      } catch (RuntimeException e) {
        log.warn("A standing subscription could not be brought in line yet", e);
      }
    }
  }

  private void reconcile(Standing standing) {
    synchronized (standing) {
      if (standing.phase != Phase.KEPT) {
        return;
      }
      List<BinId> covered = access.binsOf(standing.user);
      List<BinId> gained = new ArrayList<>(covered);
      gained.removeAll(standing.leftOut);
      for (Watch watch : watches.of(standing.user)) {
        gained.remove(watch.bin());
        if (watch.isStanding() && !covered.contains(watch.bin())) {
          lostRights.end(watch);
        }
      }
      if (!gained.isEmpty()) {
        subscriptions
            .subscribeStanding(standing.user, gained, standing.lastAsked)
            .forEach(state -> tellBegun(standing.user, state));
      }
    }
  }

  private void tellBegun(UserId user, BinState state) {
    subscriptions.confirm(
        user,
        state,
        revision -> news.begun(user, new BinState(state.bin(), revision, state.itemCount())));
  }

  /** One of them; who changes it holds its lock. */
  private static final class Standing {
    private final UserId user;
    private Set<BinId> leftOut = Set.of();
    private Phase phase = Phase.BEGINNING;
    private Instant lastAsked;

    Standing(UserId user, Instant now) {
      this.user = user;
      this.lastAsked = now;
    }

    /** One that is kept. */
    Standing(UserId user, Set<BinId> leftOut, Instant now) {
      this(user, now);
      this.leftOut = Set.copyOf(leftOut);
      this.phase = Phase.KEPT;
    }
  }

  private enum Phase {
    BEGINNING,
    KEPT,
    OVER
  }
}
