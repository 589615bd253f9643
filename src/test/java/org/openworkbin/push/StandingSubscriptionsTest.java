package org.openworkbin.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.openworkbin.ledger.BinState;

/** Who subscribes to everything is told of what he may see, whatever it is at the moment. */
class StandingSubscriptionsTest {

  @Test
  void subscriberIsToldFromTheReturnedRevisionOn() {
    try (Works works = new Works()) {
      works.attendance.came(Team.ADA);
      works.put("I1");

      assertThat(works.subscriptions.subscribeToAll(Team.ADA))
          .containsExactly(new BinState(Team.BIN, 1, 1));
      works.put("I2");

      await().until(() -> !works.mailboxes.of(Team.ADA).isEmpty());
      assertThat(works.mailboxes.of(Team.ADA)).containsExactly("member 2");
    }
  }

  @Test
  void aBinThatIsGainedIsToldAndThenItsChanges() {
    try (Works works = new Works()) {
      works.attendance.came(Team.ADA);
      works.team.leave(Team.ADA);
      assertThat(works.subscriptions.subscribeToAll(Team.ADA)).isEmpty();
      works.put("I1");

      works.team.join(Team.ADA);
      await().until(() -> !works.mailboxes.of(Team.ADA).isEmpty());
      works.put("I2");

      await().until(() -> works.mailboxes.of(Team.ADA).size() == 2);
      assertThat(works.mailboxes.of(Team.ADA)).containsExactly("begun at 1", "member 2");
    }
  }

  @Test
  void whatIsPutInRightAfterTheGainIsInTheRevisionOrTold() {
    try (Works works = new Works()) {
      works.attendance.came(Team.ADA);
      works.team.leave(Team.ADA);
      works.subscriptions.subscribeToAll(Team.ADA);

      works.team.join(Team.ADA);
      works.put("I1");
      works.put("I2");

      await().until(works::hasCaughtUp);
      await().until(() -> !works.mailboxes.of(Team.ADA).isEmpty());
      assertThat(works.mailboxes.of(Team.ADA))
          .isIn(
              List.of("begun at 0", "member 1", "member 2"),
              List.of("begun at 1", "member 2"),
              List.of("begun at 2"));
    }
  }

  @Test
  void aBinThatIsLostIsToldAtOnceAndComesBack() {
    try (Works works = new Works()) {
      works.attendance.came(Team.ADA);
      works.subscriptions.subscribeToAll(Team.ADA);

      works.team.leave(Team.ADA);
      await().until(() -> works.mailboxes.of(Team.ADA).size() == 1);
      works.put("I1");
      works.team.join(Team.ADA);

      await().until(() -> works.mailboxes.of(Team.ADA).size() == 2);
      assertThat(works.mailboxes.of(Team.ADA)).containsExactly("ended", "begun at 1");
    }
  }

  @Test
  void aBinThatIsLeftOutStaysOutUntilItIsSubscribedToAgain() {
    try (Works works = new Works()) {
      works.attendance.came(Team.ADA);
      works.subscriptions.subscribeToAll(Team.ADA);

      assertThat(works.subscriptions.unsubscribe(Team.ADA, Team.BIN)).isTrue();
      assertThat(works.subscriptions.unsubscribe(Team.ADA, Team.BIN)).isFalse();
      works.subscriptions.directoryChanged();
      works.put("I1");
      await().until(works::hasCaughtUp);
      assertThat(works.mailboxes.of(Team.ADA)).isEmpty();

      assertThat(works.subscriptions.subscribe(Team.ADA, Team.BIN, false)).isEqualTo(1);
      works.put("I2");
      await().until(() -> !works.mailboxes.of(Team.ADA).isEmpty());
      assertThat(works.mailboxes.of(Team.ADA)).containsExactly("member 2");
      assertThat(works.store.standing().all().get(Team.ADA)).isEmpty();
    }
  }

  @Test
  void subscribingToEverythingAgainLeavesNothingOut() {
    try (Works works = new Works()) {
      works.subscriptions.subscribeToAll(Team.ADA);
      works.subscriptions.unsubscribe(Team.ADA, Team.BIN);

      assertThat(works.subscriptions.subscribeToAll(Team.ADA)).hasSize(1);

      assertThat(works.store.standing().all().get(Team.ADA)).isEmpty();
      assertThat(works.subscriptions.unsubscribe(Team.ADA, Team.BIN)).isTrue();
    }
  }

  @Test
  void theEndEndsAllThatItCoversAndSecondTimeIsEmpty() {
    try (Works works = new Works()) {
      works.subscriptions.subscribe(Team.ADA, Team.BIN, false);
      works.subscriptions.subscribeToAll(Team.ADA);

      assertThat(works.subscriptions.unsubscribeFromAll(Team.ADA)).contains(List.of(Team.BIN));
      assertThat(works.subscriptions.unsubscribeFromAll(Team.ADA)).isEmpty();
      assertThat(works.subscriptions.unsubscribe(Team.ADA, Team.BIN)).isFalse();
      assertThat(works.store.all()).isEmpty();
      assertThat(works.store.standing().all()).isEmpty();
    }
  }

  @Test
  void restartKeepsItAndWhatIsLeftOut() {
    Works first = new Works();
    first.subscriptions.subscribeToAll(Team.ADA);
    first.subscriptions.subscribeToAll(Team.BEN);
    first.subscriptions.unsubscribe(Team.BEN, Team.BIN);

    try (Works second = first.restarted()) {
      second.attendance.came(Team.ADA);
      second.attendance.came(Team.BEN);
      second.put("I1");

      await().until(() -> second.mailboxes.of(Team.BEN).contains("person I1"));
      assertThat(second.mailboxes.of(Team.ADA)).containsExactly("member 1");
      assertThat(second.mailboxes.of(Team.BEN)).containsExactly("person I1");
    }
  }

  @Test
  void itEndsWithEverythingElseAndHalfAnHourAfterTheLastSession() {
    try (Works works = new Works()) {
      works.subscriptions.subscribeToAll(Team.ADA);
      works.subscriptions.endAll(Team.ADA);
      assertThat(works.store.standing().all()).isEmpty();
      assertThat(works.subscriptions.unsubscribe(Team.ADA, Team.BIN)).isFalse();

      works.team.leave(Team.ADA);
      works.subscriptions.subscribeToAll(Team.ADA);
      works.later(Duration.ofMinutes(30));
      works.sweep.sweep();
      assertThat(works.store.standing().all()).isEmpty();
    }
  }

  @Test
  void itIsInForceBeforeTheFirstSession() {
    try (Works works = new Works()) {
      works.later(Duration.ofMinutes(31));
      works.subscriptions.subscribeToAll(Team.ADA);
      works.sweep.sweep();
      works.comesAndIsTold(Team.ADA);
    }
  }

  /** It is what tells of that bin. */
  @Test
  void whoAsksForOneOfItsBinsAsksForItToo() {
    try (Works works = new Works()) {
      works.subscriptions.subscribeToAll(Team.ADA);
      works.later(Duration.ofMinutes(31));
      works.subscriptions.subscribe(Team.ADA, Team.BIN, false);
      works.sweep.sweep();
      works.comesAndIsTold(Team.ADA);
    }
  }

  @Test
  void whatCannotBeReadIsNotInForce() {
    AtomicBoolean away = new AtomicBoolean(true);
    try (Works works =
        new Works(bins ->
            new OtherBins(bins) {
              @Override
              void beforeState() {
                if (away.get()) {
                  throw new IllegalStateException("store away");
                }
              }
            })) {
      assertThatThrownBy(() -> works.subscriptions.subscribeToAll(Team.ADA))
          .hasMessage("store away");
      assertThat(works.subscriptions.unsubscribeFromAll(Team.ADA)).isEmpty();
      assertThat(works.subscriptions.unsubscribe(Team.ADA, Team.BIN)).isFalse();

      away.set(false);
      assertThat(works.subscriptions.subscribeToAll(Team.ADA)).hasSize(1);
    }
  }

  @Test
  void whatCouldNotBeBroughtInLineIsSeenToByTheSweep() {
    AtomicBoolean away = new AtomicBoolean();
    try (Works works =
        new Works(bins ->
            new OtherBins(bins) {
              @Override
              void beforeState() {
                if (away.get()) {
                  throw new IllegalStateException("store away");
                }
              }
            })) {
      works.attendance.came(Team.ADA);
      works.team.leave(Team.ADA);
      works.subscriptions.subscribeToAll(Team.ADA);
      away.set(true);
      works.team.join(Team.ADA);
      works.subscriptions.directoryChanged();
      assertThat(works.mailboxes.of(Team.ADA)).isEmpty();

      away.set(false);
      works.sweep.sweep();

      await().until(() -> works.mailboxes.of(Team.ADA).contains("begun at 0"));
    }
  }

  /** Crowd form: members come and go, and the bin changes, all the while it begins and ends. */
  @RepeatedTest(5)
  void atTheEndExactlyWhoHasItIsToldOnce() throws Exception {
    try (Works works = new Works();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      works.attendance.came(Team.ADA);
      List<Future<?>> crowd =
          List.of(
              threads.submit(() -> repeat(() -> works.subscriptions.subscribeToAll(Team.ADA))),
              threads.submit(() -> repeat(() -> works.subscriptions.unsubscribeFromAll(Team.ADA))),
              threads.submit(
                  () -> repeat(() -> works.subscriptions.subscribe(Team.ADA, Team.BIN, false))),
              threads.submit(
                  () -> repeat(() -> works.subscriptions.unsubscribe(Team.ADA, Team.BIN))),
              threads.submit(() -> repeat(() -> works.team.leave(Team.ADA))),
              threads.submit(() -> repeat(() -> works.team.join(Team.ADA))),
              threads.submit(() -> repeat(() -> works.put("I"))));
      for (Future<?> each : crowd) {
        each.get();
      }
      works.team.join(Team.ADA);
      assertThat(works.subscriptions.subscribeToAll(Team.ADA)).hasSize(1);
      await().until(works::hasCaughtUp);

      long revision = works.put("last").number();

      await().until(() -> works.mailboxes.of(Team.ADA).contains("member " + revision));
      assertThat(works.mailboxes.of(Team.ADA))
          .filteredOn(told -> told.startsWith("member "))
          .doesNotHaveDuplicates();
    }
  }

  private static void repeat(Runnable work) {
    for (int i = 0; i < 200; i++) {
      work.run();
    }
  }
}
