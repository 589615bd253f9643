package org.openworkbin.push;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Keeps subscriptions in memory, for as long as the test holds on to it. */
public final class MemorySubscriptionStore implements SubscriptionStore {
  private final List<Kept> kept = new ArrayList<>();
  private final MemoryStandingStore standing = new MemoryStandingStore();

  /** What is kept of standing subscriptions beside. */
  StandingStore standing() {
    return standing;
  }

  @Override
  public synchronized List<Kept> all() {
    return List.copyOf(kept);
  }

  @Override
  public synchronized void keep(Kept subscription) {
    kept.removeIf(
        old -> old.user().equals(subscription.user()) && old.bin().equals(subscription.bin()));
    kept.add(subscription);
  }

  @Override
  public synchronized void forget(UUID id) {
    kept.removeIf(old -> old.id().equals(id));
  }
}
