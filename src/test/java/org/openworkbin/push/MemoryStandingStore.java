package org.openworkbin.push;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;

/** Keeps standing subscriptions in memory, for as long as the test holds on to it. */
public final class MemoryStandingStore implements StandingStore {
  private final Map<UserId, Set<BinId>> kept = new HashMap<>();

  @Override
  public synchronized Map<UserId, Set<BinId>> all() {
    Map<UserId, Set<BinId>> copy = new HashMap<>();
    kept.forEach((user, leftOut) -> copy.put(user, Set.copyOf(leftOut)));
    return copy;
  }

  @Override
  public synchronized void keep(UserId user) {
    kept.put(user, new HashSet<>());
  }

  @Override
  public synchronized void forget(UserId user) {
    kept.remove(user);
  }

  @Override
  public synchronized void leaveOut(UserId user, BinId bin) {
    Optional.ofNullable(kept.get(user)).ifPresent(leftOut -> leftOut.add(bin));
  }

  @Override
  public synchronized void takeBack(UserId user, BinId bin) {
    Optional.ofNullable(kept.get(user)).ifPresent(leftOut -> leftOut.remove(bin));
  }
}
