package org.openworkbin.push;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openworkbin.id.UserId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks again and again for what has to end although nothing happens: subscriptions of users who
 * are long gone or lost the right, and sessions of users who may no longer log in.
 */
final class SubscriptionSweep implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(SubscriptionSweep.class);

  private final PushSettings settings;
  private final InstantSource clock;
  private final Attendance attendance;
  private final StoredSubscriptions subscriptions;
  private final Predicate<UserId> mayLogIn;
  private final Connections connections;
  private volatile @Nullable ScheduledExecutorService schedule;

  SubscriptionSweep(
      PushSettings settings,
      InstantSource clock,
      Attendance attendance,
      StoredSubscriptions subscriptions,
      Predicate<UserId> mayLogIn,
      Connections connections) {
    this.settings = settings;
    this.clock = clock;
    this.attendance = attendance;
    this.subscriptions = subscriptions;
    this.mayLogIn = mayLogIn;
    this.connections = connections;
  }

  /** Ends what has to end now. */
  void sweep() {
    closeSessions();
    Instant longAgo = clock.instant().minus(settings.subscriptionLife());
    for (UserId user : subscriptions.users()) {
      if (attendance.absentSince(user).filter(since -> !since.isAfter(longAgo)).isPresent()) {
        subscriptions.endAskedUntil(longAgo, user);
      }
    }
    subscriptions.directoryChanged();
  }

  private void closeSessions() {
    attendance.present().stream().filter(Predicate.not(mayLogIn)).forEach(connections::close);
  }

  /** Somebody may not log in any more, perhaps: his sessions are closed soon. */
  void usersChanged() {
    ScheduledExecutorService executor = schedule;
    if (executor != null) {
      try {
        executor.execute(() -> runOrLog(this::closeSessions));
      } catch (RejectedExecutionException _) {
        // The server stops, and all sessions with it.
      }
    }
  }

  @Override
  public void start() {
    ScheduledExecutorService executor =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("subscription-sweep").factory());
    Duration every = settings.sweepEvery();
    var _ =
        executor.scheduleWithFixedDelay(
            () -> runOrLog(this::sweep), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    schedule = executor;
  }

  private static void runOrLog(Runnable part) {
    try {
      part.run();
    } catch (RuntimeException | Error e) { // what it throws would be its last run
      log.warn("Subscriptions could not be looked through; trying again", e);
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
}
