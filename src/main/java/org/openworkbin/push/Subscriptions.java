package org.openworkbin.push;

import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;

/**
 * Which user watches which bin. A subscription belongs to user and bin, not to a connection: it is
 * in force once {@link #subscribe} returns, survives re-handshake, lost connections and restarts,
 * and ends with {@link #unsubscribe}, {@link #endAll}, the loss of the right to see the bin (the
 * user is told) or 30 minutes without any session of that user. Thread-safe.
 *
 * <p>Every change of the bin whose revision is higher than the one returned by {@link #subscribe}
 * is told, none twice, in order.
 */
public interface Subscriptions {

  /**
   * Begins to tell that user of that bin; a second call succeeds and changes nothing else.
   *
   * @param asSupervisor whether the messages name the owner ({@code workbinUserId})
   * @return the bin's revision from which on the user is told
   */
  long subscribe(UserId user, BinId bin, boolean asSupervisor);

  /** Ends it; false where there was none. */
  boolean unsubscribe(UserId user, BinId bin);

  /** Ends all of that user. */
  void endAll(UserId user);
}
