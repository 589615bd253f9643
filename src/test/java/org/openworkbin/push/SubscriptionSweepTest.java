package org.openworkbin.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What ends a subscription although nothing happens, and what does not. */
class SubscriptionSweepTest {

  @Test
  void lostRightIsFoundWithoutAnyChange() {
    try (Works works = new Works()) {
      works.attendance.came(Team.ADA);
      works.subscriptions.subscribe(Team.ADA, Team.BIN, false);
      works.team.leave(Team.ADA);

      works.sweep.sweep();

      await().until(() -> !works.mailboxes.of(Team.ADA).isEmpty());
      assertThat(works.mailboxes.of(Team.ADA)).containsExactly("ended");
    }
  }

  @Test
  void subscriptionEndsHalfAnHourAfterTheLastSession() {
    try (Works works = new Works()) {
      works.attendance.came(Team.ADA);
      works.attendance.came(Team.ADA);
      works.subscriptions.subscribe(Team.ADA, Team.BIN, false);
      works.attendance.left(Team.ADA);
      works.later(Duration.ofHours(2));
      works.sweep.sweep();
      assertThat(works.store.all()).hasSize(1);

      works.attendance.left(Team.ADA);
      works.later(Duration.ofMinutes(29));
      works.sweep.sweep();
      assertThat(works.store.all()).hasSize(1);

      works.later(Duration.ofMinutes(1));
      works.sweep.sweep();
      assertThat(works.store.all()).isEmpty();
      assertThat(works.subscriptions.unsubscribe(Team.ADA, Team.BIN)).isFalse();
    }
  }

  @Test
  void whoComesBackInTimeKeepsHisSubscription() {
    try (Works works = new Works()) {
      works.attendance.came(Team.ADA);
      works.subscriptions.subscribe(Team.ADA, Team.BIN, false);
      works.attendance.left(Team.ADA);
      works.later(Duration.ofMinutes(20));
      works.attendance.came(Team.ADA);
      works.attendance.left(Team.ADA);
      works.later(Duration.ofMinutes(20));
      works.sweep.sweep();

      works.comesAndIsTold(Team.ADA);
    }
  }

  /** A desktop subscribes first and opens its notifications then. */
  @Test
  void subscriptionIsInForceBeforeTheFirstSession() {
    try (Works works = new Works()) {
      works.later(Duration.ofMinutes(31));
      works.subscriptions.subscribe(Team.ADA, Team.BIN, false);
      works.sweep.sweep();
      works.comesAndIsTold(Team.ADA);
    }
  }

  @Test
  void subscriptionThatIsAskedForAgainLivesOnAndOthersEnd() {
    try (Works works = new Works()) {
      works.subscriptions.subscribe(Team.ADA, Team.BIN, false);
      works.subscriptions.subscribe(Team.BEN, Team.BIN, false);
      works.later(Duration.ofMinutes(29));
      works.subscriptions.subscribe(Team.ADA, Team.BIN, false);
      works.later(Duration.ofMinutes(29));
      works.sweep.sweep();

      assertThat(works.store.all()).extracting(SubscriptionStore.Kept::user).containsOnly(Team.ADA);
      works.later(Duration.ofMinutes(1));
      works.sweep.sweep();
      assertThat(works.store.all()).isEmpty();
    }
  }

  /** Crowd form: it is asked for again just when it has to end. */
  @Test
  void whatIsAnsweredDuringASweepIsInForceAfterIt() throws Exception {
    try (Works works = new Works();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 500; round++) {
        works.later(Duration.ofMinutes(31));
        List<Future<?>> crowd =
            List.of(
                threads.submit(works.sweep::sweep),
                threads.submit(() -> works.subscriptions.subscribe(Team.ADA, Team.BIN, false)),
                threads.submit(() -> works.subscriptions.subscribeToAll(Team.BEN)));
        for (Future<?> each : crowd) {
          each.get();
        }

        assertThat(works.store.all()).hasSize(1);
        assertThat(works.store.standing().all()).containsOnlyKeys(Team.BEN);
        works.sweep.sweep();
        assertThat(works.store.all()).hasSize(1);
      }
      works.attendance.came(Team.ADA);
      works.attendance.came(Team.BEN);
      works.put("I1");
      await().until(() -> works.mailboxes.of(Team.ADA).contains("member 1"));
      await().until(() -> works.mailboxes.of(Team.BEN).contains("member 1"));
    }
  }

  @Test
  void noErrorEndsTheSweep() {
    try (Works works = new Works()) {
      works.attendance.came(Team.ADA);
      AtomicInteger asked = new AtomicInteger();
      SubscriptionSweep sweep =
          new SubscriptionSweep(
              new PushSettings(Duration.ofMinutes(30), Duration.ofMillis(5)),
              InstantSource.system(),
              works.attendance,
              works.subscriptions,
              _ -> {
                if (asked.incrementAndGet() == 1) {
                  throw new StackOverflowError("once");
                }
                return true;
              },
              works.mailboxes);

      sweep.start();
      await().until(() -> asked.get() > 2);
      sweep.stop();
    }
  }

  @Test
  void disabledUserIsClosed() {
    try (Works works = new Works()) {
      works.attendance.came(Team.ADA);
      works.attendance.came(Team.BEN);
      works.team.disable(Team.BEN);

      works.sweep.sweep();

      assertThat(works.mailboxes.closed()).containsExactly(Team.BEN);
    }
  }
}
