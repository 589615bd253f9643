package org.openworkbin.lease;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openworkbin.directory.Directories;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Hands;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Reason;
import org.openworkbin.refusal.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks again and again, and after each change of the directory, for work that is stuck: in hands
 * whose lease is over or whose owner is gone, and in offers that nobody takes.
 */
final class LeaseSweep implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(LeaseSweep.class);

  private final Duration every;
  private final Hands hands;
  private final Leases leases;
  private final Returns returns;
  private final Directories directories;
  private volatile @Nullable ScheduledExecutorService schedule;
  private boolean listening;
  private boolean failing;

  LeaseSweep(Duration every, Hands hands, Leases leases, Returns returns, Directories directories) {
    this.every = every;
    this.hands = hands;
    this.leases = leases;
    this.returns = returns;
    this.directories = directories;
  }

  /** Takes back what has to go back now. */
  synchronized void sweep() {
    for (Interaction offered : hands.offers()) {
      if (offered.location() instanceof Location.Offer offer
          && (!returns.mayWork(offer.agent()) || leases.isOver(offered))) {
        each(offered, () -> returns.fromOffer(offered, offer));
      }
    }
    hands.holders().forEach(this::sweep);
  }

  private void sweep(UserId holder) {
    boolean gone = !returns.mayWork(holder);
    if (!gone && !leases.isIdle(holder)) {
      return;
    }
    for (Interaction held : hands.inHand(holder)) {
      if (gone) {
        each(held, () -> returns.fromHand(held, holder, Reason.HOLDER_GONE));
      } else if (leases.isOver(held, holder)) {
        each(held, () -> returns.fromHand(held, holder, Reason.LEASE_ENDED));
      }
    }
  }

  /** One that can't be moved keeps no other from going back; a store that is away does. */
  private static void each(Interaction item, Runnable taking) {
    try {
      taking.run();
    } catch (RefusedException away) {
      throw away;
    } catch (RuntimeException e) {
      log.error("The interaction {} could not be sent back", item.id().value(), e);
    }
  }

  @Override
  public void start() {
    ScheduledExecutorService executor =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("lease-sweep").factory());
    var _ =
        executor.scheduleWithFixedDelay(
            this::sweepOrLog, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    schedule = executor;
    if (!listening) {
      listening = true;
      directories.onChange(this::sweepSoon);
    }
  }

  private void sweepSoon() {
    ScheduledExecutorService executor = schedule;
    if (executor != null) {
      try {
        executor.execute(this::sweepOrLog);
      } catch (RejectedExecutionException _) {
        log.debug("Stopped meanwhile");
      }
    }
  }

  private void sweepOrLog() {
    try {
      sweep();
      failing = false;
    } catch (RuntimeException | Error e) { // what it throws would be its last run
      if (!failing) {
        log.warn("Work that is stuck could not be looked for; trying again until it can", e);
      }
      failing = true;
    }
  }

  @Override
  public void stop() {
    ScheduledExecutorService executor = schedule;
    schedule = null;
    if (executor != null) {
      executor.shutdownNow();
    }
  }

  @Override
  public boolean isRunning() {
    return schedule != null;
  }

  /** After what has to be in the store first. */
  @Override
  public int getPhase() {
    return 1;
  }
}
