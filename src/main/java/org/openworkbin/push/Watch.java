package org.openworkbin.push;

import java.time.Instant;
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

  /** When it was asked for, for the last time. */
  private Instant lastAsked;

  private Watch(SubscriptionStore.Kept kept, boolean standing, Instant now) {
    this.kept = kept;
    this.standing = standing;
    this.lastAsked = now;
  }

  /** One that is asked for by itself. */
  static Watch asked(SubscriptionStore.Kept kept, Instant now) {
    return new Watch(kept, false, now);
  }

  /** One that a standing subscription brings; the store knows nothing of it. */
  static Watch standing(SubscriptionStore.Kept kept, Instant now) {
    return new Watch(kept, true, now);
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

  /**
   * Ends it unless it was asked for after that time. Who asks at the same moment either keeps it in
   * force or finds it ended.
   *
   * @param forgetting what comes first: where it fails this is still in force
   * @return whether it is ended
   */
  synchronized boolean endIfAskedUntil(Instant time, Runnable forgetting) {
    if (lastAsked.isAfter(time)) {
      return false;
    }
    forgetting.run();
    end();
    return true;
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

  /**
   * Asks for it once more: waits until it has begun.
   *
   * @return false where it has ended instead
   */
  boolean askAgain(Instant now) {
    try {
      begun.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a subscription began", e);
    }
    synchronized (this) {
      lastAsked = now;
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
