package org.openworkbin.push;

import org.openworkbin.directory.Access;
import org.openworkbin.directory.Right;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the subscriptions of users who may no longer see the bin, and tells them so. */
final class LostRights {
  private static final Logger log = LoggerFactory.getLogger(LostRights.class);

  private final BinSubscriptions subscriptions;
  private final Access access;
  private final SubscriptionNews news;

  LostRights(BinSubscriptions subscriptions, Access access, SubscriptionNews news) {
    this.subscriptions = subscriptions;
    this.access = access;
    this.news = news;
  }

  /** Ends the subscription if its user lost the right. */
  void check(Watch watch) {
    if (!access.may(watch.user(), Right.SEE, watch.bin())) {
      end(watch);
    }
  }

  /** Ends it and tells the user. Where the store is away it is tried again at the next change. */
  void end(Watch watch) {
    try {
      if (subscriptions.end(watch)) {
        news.ended(watch);
      }
    } catch (RuntimeException e) {
      log.warn("A subscription without the right to see its bin could not be ended yet", e);
    }
  }
}
