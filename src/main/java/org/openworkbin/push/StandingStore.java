package org.openworkbin.push;

import java.util.Map;
import java.util.Set;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;

/** Keeps standing subscriptions over a restart. Thread-safe. */
interface StandingStore {

  /** Who has one, and the bins that he left out. */
  Map<UserId, Set<BinId>> all();

  /** Keeps one that leaves nothing out; it replaces what was kept for that user. */
  void keep(UserId user);

  /** Forgets it; nothing happens where there is none. */
  void forget(UserId user);

  /** Leaves a bin out of one that is kept. */
  void leaveOut(UserId user, BinId bin);

  /** Leaves a bin out no more. */
  void takeBack(UserId user, BinId bin);
}
