package org.openworkbin.push;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.openworkbin.id.BinId;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.BinState;
import org.openworkbin.ledger.Bins;
import org.openworkbin.push.SubscriptionStore.Kept;

/**
 * Subscriptions bin by bin: those that were asked for one by one, which the store remembers, and
 * those that a standing subscription brings. The memory serves both.
 */
final class BinSubscriptions {
  private final SubscriptionStore store;
  private final Watches watches;
  private final Bins bins;
  private final IdGenerator ids;

  BinSubscriptions(SubscriptionStore store, Watches watches, Bins bins, IdGenerator ids) {
    this.store = store;
    this.watches = watches;
    this.bins = bins;
    this.ids = ids;
  }

  /** Takes up what was in force before this server started. */
  void resume(Instant now) {
    store.all().forEach(kept -> watches.putIfAbsent(Watch.asked(kept, now).resumed()));
  }

  /** The same for what a standing subscription brings. */
  void resumeStanding(UserId user, BinId bin, Instant now) {
    watches.putIfAbsent(Watch.standing(kept(user, bin, false), now).resumed());
  }

  /** As {@link Subscriptions#subscribe}. */
  long subscribe(UserId user, BinId bin, boolean asSupervisor, Instant now) {
    Watch mine = Watch.asked(kept(user, bin, asSupervisor), now);
    return isInForce(mine, now) ? bins.state(bin).revision() : begin(mine);
  }

  /** Puts the watch there; true where another is in force already, which is waited for. */
  private boolean isInForce(Watch mine, Instant now) {
    while (true) {
      Watch there = watches.putIfAbsent(mine);
      if (there == mine) {
        return false;
      }
      if (there.askAgain(now)) {
        return true;
      }
    }
  }

  /** The watch is known to the tail already, so no change after the revision read here is lost. */
  private long begin(Watch watch) {
    boolean begun = false;
    try {
      long revision = bins.state(watch.bin()).revision();
      store.keep(watch.kept());
      if (!watch.begin(revision)) {
        store.forget(watch.kept().id());
      }
      begun = true;
      return revision;
    } finally {
      if (!begun) {
        drop(watch);
      }
    }
  }

  /**
   * Begins to tell that user of those bins because of his standing subscription. One that he is
   * told of already stays as it is.
   *
   * @param asked when that was asked for
   * @return all of them, in the same order, with the revision from which on he is told
   */
  List<BinState> subscribeStanding(UserId user, List<BinId> wanted, Instant asked) {
    List<Watch> mine = new ArrayList<>();
    boolean begun = false;
    try {
      for (BinId bin : wanted) {
        Watch watch = Watch.standing(kept(user, bin, false), asked);
        if (!isInForce(watch, asked)) {
          mine.add(watch);
        }
      }
      Map<BinId, BinState> states = bins.states(wanted);
      List<BinState> found = wanted.stream().map(bin -> state(states, bin)).toList();
      mine.forEach(watch -> watch.begin(state(states, watch.bin()).revision()));
      begun = true;
      return found;
    } finally {
      if (!begun) {
        mine.forEach(this::drop);
      }
    }
  }

  private static BinState state(Map<BinId, BinState> states, BinId bin) {
    return Optional.ofNullable(states.get(bin)).orElseThrow();
  }

  /** As {@link Subscriptions#confirm}. */
  void confirm(UserId user, BinState state, LongConsumer teller) {
    watches
        .of(user, state.bin())
        .ifPresentOrElse(
            watch -> watch.confirm(state.revision(), teller),
            () -> teller.accept(state.revision()));
  }

  /** As {@link Subscriptions#unsubscribe}. */
  boolean unsubscribe(UserId user, BinId bin) {
    Optional<Watch> watch = watches.of(user, bin);
    return watch.isPresent() && end(watch.get());
  }

  /**
   * Ends what a standing subscription brought, and what was asked for by itself and is covered by
   * it.
   *
   * @return the bins that the user is told of no more
   */
  List<BinId> unsubscribeStanding(UserId user, Set<BinId> covered) {
    return watches.of(user).stream()
        .filter(watch -> watch.isStanding() || covered.contains(watch.bin()))
        .filter(this::end)
        .map(Watch::bin)
        .toList();
  }

  void endAll(UserId user) {
    watches.of(user).forEach(this::end);
  }

  /** Ends those that were asked for by themselves, and not after that time. */
  void endAskedUntil(Instant time, UserId user) {
    for (Watch watch : watches.of(user)) {
      if (!watch.isStanding()
          && watch.endIfAskedUntil(time, () -> store.forget(watch.kept().id()))) {
        drop(watch);
      }
    }
  }

  /** Ends it; false where somebody else did. Forgotten first: what fails here is still in force. */
  boolean end(Watch watch) {
    if (!watch.isStanding()) {
      store.forget(watch.kept().id());
    }
    return drop(watch);
  }

  private boolean drop(Watch watch) {
    boolean mine = watches.remove(watch);
    watch.end();
    return mine;
  }

  private Kept kept(UserId user, BinId bin, boolean asSupervisor) {
    return new Kept(ids.newUuid(), user, bin, asSupervisor);
  }
}
