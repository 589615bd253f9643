package org.openworkbin.push;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.BinState;

/** Subscriptions to single bins and standing ones to everything, which the store remembers. */
final class StoredSubscriptions implements Subscriptions {
  private final Watches watches;
  private final BinSubscriptions single;
  private final StandingSubscriptions standing;

  StoredSubscriptions(Watches watches, BinSubscriptions single, StandingSubscriptions standing) {
    this.watches = watches;
    this.single = single;
    this.standing = standing;
  }

  /** Takes up what was in force before this server started. */
  void resume() {
    single.resume();
    standing.resume();
  }

  /** Brings what users are told of in line with what they may see now. Does not throw. */
  void reconcile() {
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
    standing.takeBack(user, bin);
    return single.subscribe(user, bin, asSupervisor);
  }

  @Override
  public boolean unsubscribe(UserId user, BinId bin) {
    standing.leaveOut(user, bin);
    return single.unsubscribe(user, bin);
  }

  @Override
  public List<BinState> subscribeToAll(UserId user) {
    return standing.begin(user);
  }

  @Override
  public Optional<List<BinId>> unsubscribeFromAll(UserId user) {
    return standing.end(user);
  }

  @Override
  public void endAll(UserId user) {
    var _ = standing.end(user);
    single.endAll(user);
  }
}
