package org.openworkbin.push;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongConsumer;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;

/**
 * One subscription in force, and what has to wait while it begins: until the revision is known from
 * which on the user is told, letters are held back, so that none is lost and none is told twice.
 */
final class Watch {
  private final SubscriptionStore.Kept kept;
  private final boolean standing;
  private final CountDownLatch begun = new CountDownLatch(1);
  private final List<Held> held = new ArrayList<>();
  private Phase phase = Phase.BEGINNING;
  private long from;

  /** The highest revision that was told. */
  private long told;

  private Watch(SubscriptionStore.Kept kept, boolean standing) {
    this.kept = kept;
    this.standing = standing;
  }

  /** One that was asked for by itself. */
  static Watch asked(SubscriptionStore.Kept kept) {
    return new Watch(kept, false);
  }

  /** One that a standing subscription brings; the store knows nothing of it. */
  static Watch standing(SubscriptionStore.Kept kept) {
    return new Watch(kept, true);
  }

  /** The same as it was in force before this server started: all that comes is new. */
  Watch resumed() {
    begin(0);
    return this;
  }

  /** Whether it is there because of a standing subscription. */
  boolean isStanding() {
    return standing;
  }

  SubscriptionStore.Kept kept() {
    return kept;
  }

  UserId user() {
    return kept.user();
  }

  BinId bin() {
    return kept.bin();
  }

  boolean asSupervisor() {
    return kept.asSupervisor();
  }

  /** Tells what is higher than that revision from now on; false where it has ended meanwhile. */
  synchronized boolean begin(long revision) {
    boolean begins = phase == Phase.BEGINNING;
    if (begins) {
      phase = Phase.OPEN;
      from = revision;
      held.forEach(each -> tell(each.revision, each.letter));
    }
    held.clear();
    begun.countDown();
    return begins;
  }

  /** After this returns nothing more is told. */
  synchronized void end() {
    phase = Phase.ENDED;
    held.clear();
    begun.countDown();
  }

  /** Hands the letter over, if the change that it tells of is one that the user has to be told. */
  synchronized void tell(long revision, Connections.Letter letter) {
    switch (phase) {
      case BEGINNING -> held.add(new Held(revision, letter));
      case OPEN -> {
        if (revision > from) {
          letter.deliverTo(user());
          told = Math.max(told, revision);
        }
      }
      case ENDED -> {}
    }
  }

  /**
   * Has the user told how far it is. Between reading a revision and saying so changes may have been
   * told, which a session that has opened meanwhile did not hear: it must not be told of less.
   *
   * @param revision one from which on the user is told
   * @param teller is called between two changes, with that revision or a later one
   */
  synchronized void confirm(long revision, LongConsumer teller) {
    teller.accept(Math.max(revision, told));
  }

  /** Waits until it has begun; false where it ended instead. */
  boolean awaitBegun() {
    try {
      begun.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a subscription began", e);
    }
    synchronized (this) {
      return phase == Phase.OPEN;
    }
  }

  private record Held(long revision, Connections.Letter letter) {}

  private enum Phase {
    BEGINNING,
    OPEN,
    ENDED
  }
}
