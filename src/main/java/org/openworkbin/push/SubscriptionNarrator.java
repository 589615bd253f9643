package org.openworkbin.push;

import java.util.Optional;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.BinState;

/** Finds the words for a subscription that the server begins or ends by itself. Must not block. */
@FunctionalInterface
public interface SubscriptionNarrator {

  /**
   * What a user is told whose subscription ended because he lost the right to see the bin, or empty
   * to say nothing.
   *
   * @param asSupervisor as it was given to {@link Subscriptions#subscribe}
   */
  Optional<Notice> ended(UserId user, BinId bin, boolean asSupervisor);

  /**
   * What a user is told who subscribed to everything and now sees one bin more, or empty to say
   * nothing.
   *
   * @param state of the bin; changes after its revision are told
   */
  default Optional<Notice> begun(UserId user, BinState state) {
    return Optional.empty();
  }
}
