package org.openworkbin.push;

import java.util.List;
import java.util.UUID;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;

/** Keeps subscriptions over a restart. Thread-safe. */
interface SubscriptionStore {

  /** All that are kept. */
  List<Kept> all();

  /** Keeps one; it replaces what was kept for the same user and bin. */
  void keep(Kept subscription);

  /** Forgets the one with that id; nothing happens where it was replaced or forgotten before. */
  void forget(UUID id);

  /**
   * A subscription as it is kept.
   *
   * @param id tells it from another of the same user to the same bin, made before or later
   */
  record Kept(UUID id, UserId user, BinId bin, boolean asSupervisor) {}
}
