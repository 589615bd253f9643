package org.openworkbin.testing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.BinState;
import org.openworkbin.push.Subscriptions;

/** Nobody subscribes here; it is only seen whose subscriptions were ended. */
public final class EndedSubscriptions implements Subscriptions {
  private final Set<UserId> ended = ConcurrentHashMap.newKeySet();

  /** Whose subscriptions were ended. */
  public Set<UserId> users() {
    return ended;
  }

  @Override
  public long subscribe(UserId user, BinId bin, boolean asSupervisor) {
    return 0;
  }

  @Override
  public void confirm(UserId user, BinState state, LongConsumer teller) {
    teller.accept(state.revision());
  }

  @Override
  public boolean unsubscribe(UserId user, BinId bin) {
    return false;
  }

  @Override
  public List<BinState> subscribeToAll(UserId user) {
    return List.of();
  }

  @Override
  public Optional<List<BinId>> unsubscribeFromAll(UserId user) {
    return Optional.empty();
  }

  @Override
  public void endAll(UserId user) {
    ended.add(user);
  }
}
