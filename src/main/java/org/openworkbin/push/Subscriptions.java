package org.openworkbin.push;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.BinState;

/**
 * Which user watches which bin. A subscription belongs to user and bin, not to a connection: it is
 * in force once {@link #subscribe} returns, survives re-handshake, lost connections and restarts,
 * and ends with {@link #unsubscribe}, {@link #endAll}, the loss of the right to see the bin (the
 * user is told) or 30 minutes in which that user has no session and does not ask for it again.
 * Thread-safe.
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

  /**
   * Has the user told of a subscription in a way that fits every session that he has by then: what
   * it says comes between two changes of the bin.
   *
   * @param state the bin with the revision that {@link #subscribe} has returned, or a state of
   *     {@link #subscribeToAll}
   * @param teller is called once, with that revision or a later one: all changes after it are told
   */
  void confirm(UserId user, BinState state, LongConsumer teller);

  /**
   * Ends it; false where there was none. A bin that a standing subscription covers is left out of
   * that one, until it is subscribed to again.
   */
  boolean unsubscribe(UserId user, BinId bin);

  /**
   * Begins to tell that user of every bin that he sees as a member, now and later: he is told of
   * each bin that he gains or loses. Leaves nothing out; a second call succeeds.
   *
   * @return the bins that he sees now; of each he is told from its revision on
   */
  List<BinState> subscribeToAll(UserId user);

  /**
   * Ends that, and with it the subscription to each bin that it covers, also where it was asked for
   * by itself.
   *
   * @return the bins that he is told of no more; empty where there was no such subscription
   */
  Optional<List<BinId>> unsubscribeFromAll(UserId user);

  /** Ends all of that user. */
  void endAll(UserId user);
}
