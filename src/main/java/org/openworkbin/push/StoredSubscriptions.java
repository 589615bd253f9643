package org.openworkbin.push;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.openworkbin.id.BinId;
import org.openworkbin.id.PlaceGroupId;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.BinState;

/** Subscriptions to single bins and standing ones to everything, which the store remembers. */
final class StoredSubscriptions implements Subscriptions {
  private final Watches watches;
  private final BinSubscriptions single;
  private final StandingSubscriptions standing;
  private final LostRights lostRights;
  private final InstantSource clock;

  StoredSubscriptions(
      Watches watches,
      BinSubscriptions single,
      StandingSubscriptions standing,
      LostRights lostRights,
      InstantSource clock) {
    this.watches = watches;
    this.single = single;
    this.standing = standing;
    this.lostRights = lostRights;
    this.clock = clock;
  }

  /** Takes up what was in force before this server started. */
  void resume() {
    Instant now = clock.instant();
    single.resume(now);
    standing.resume(now);
  }

  /**
   * Brings what users are told of in line with what they may see now, and tells them of each bin
   * that they lost or, where they subscribed to everything, gained. Does not throw.
   */
  void directoryChanged() {
    check(_ -> true);
  }

  /** The same where only those may see more or less who sit at a place. */
  void seatsChanged() {
    check(bin -> bin.owner() instanceof PlaceId || bin.owner() instanceof PlaceGroupId);
  }

  private void check(Predicate<BinId> bins) {
    watches.of(bins).forEach(lostRights::check);
    standing.reconcile();
  }

  /** Everybody who has a subscription. */
  Set<UserId> users() {
    Set<UserId> users = new HashSet<>(watches.users());
    users.addAll(standing.users());
    return users;
  }

  @Override
  public long subscribe(UserId user, BinId bin, boolean asSupervisor) {
    Instant now = clock.instant();
    standing.takeBack(user, bin, now);
    return single.subscribe(user, bin, asSupervisor, now);
  }

  @Override
  public void confirm(UserId user, BinState state, LongConsumer teller) {
    single.confirm(user, state, teller);
  }

  @Override
  public boolean unsubscribe(UserId user, BinId bin) {
    standing.leaveOut(user, bin);
    return single.unsubscribe(user, bin);
  }

  @Override
  public List<BinState> subscribeToAll(UserId user) {
    return standing.begin(user, clock.instant());
  }

  @Override
  public Optional<List<BinId>> unsubscribeFromAll(UserId user) {
    return standing.end(user);
  }

  /**
   * Ends those of that user that were not asked for after that time, by him or, where he had them
   * before, by the start of this server.
   */
  void endAskedUntil(Instant time, UserId user) {
    standing.endAskedUntil(time, user);
    single.endAskedUntil(time, user);
  }

  @Override
  public void endAll(UserId user) {
    var _ = standing.end(user);
    single.endAll(user);
  }
}
