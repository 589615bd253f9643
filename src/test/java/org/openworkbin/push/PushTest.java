package org.openworkbin.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.openworkbin.ledger.Location;

class PushTest {

  @Test
  void subscriberIsToldFromTheReturnedRevisionOn() {
    try (Works works = new Works()) {
      works.attendance.came(Team.ADA);
      works.put("I1");

      assertThat(works.subscriptions.subscribe(Team.ADA, Team.BIN, false)).isEqualTo(1);
      works.put("I2");
      works.put("I3");

      await().until(() -> works.mailboxes.of(Team.ADA).size() == 2);
      assertThat(works.mailboxes.of(Team.ADA)).containsExactly("member 2", "member 3");
    }
  }

  @Test
  void secondSubscriptionSucceedsAndTellsNothingTwice() {
    try (Works works = new Works()) {
      works.attendance.came(Team.ADA);
      works.subscriptions.subscribe(Team.ADA, Team.BIN, false);
      works.put("I1");

      assertThat(works.subscriptions.subscribe(Team.ADA, Team.BIN, false)).isEqualTo(1);
      works.put("I2");

      await().until(() -> works.mailboxes.of(Team.ADA).size() == 2);
      assertThat(works.mailboxes.of(Team.ADA)).containsExactly("member 1", "member 2");
      assertThat(works.store.all()).hasSize(1);
    }
  }

  /** Crowd form: entries are committed all the while subscriptions begin. */
  @RepeatedTest(5)
  void noChangeIsLostOrToldTwiceWhileSubscribing() throws Exception {
    try (Works works = new Works();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      works.attendance.came(Team.ADA);
      CountDownLatch subscribed = new CountDownLatch(1);
      Future<Long> mover =
          threads.submit(() -> {
            long last = 0;
            for (int after = 0; after < 50; after += subscribed.getCount() == 0 ? 1 : 0) {
              last = works.put("I" + last).number();
            }
            return last;
          });
      await().pollInterval(Duration.ofMillis(1)).until(() -> works.ledger.last() > 20);

      long from;
      try {
        from = works.subscriptions.subscribe(Team.ADA, Team.BIN, false);
      } finally {
        subscribed.countDown();
      }
      long last = mover.get();

      await().until(() -> works.mailboxes.of(Team.ADA).size() >= last - from);
      assertThat(works.mailboxes.of(Team.ADA))
          .containsExactlyElementsOf(
              LongStream.rangeClosed(from + 1, last).mapToObj(each -> "member " + each).toList());
    }
  }

  /** Forced form: a change is told while the revision is being read. */
  @Test
  void changeDuringTheBeginningIsToldAfterIt() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (Works works =
            new Works(bins ->
                new OtherBins(bins) {
                  @Override
                  void afterState() {
                    reading.countDown();
                    awaitLatch(goOn);
                  }
                });
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      works.attendance.came(Team.ADA);
      works.attendance.came(Team.BEN);
      works.put("I1");
      Future<Long> from =
          threads.submit(() -> works.subscriptions.subscribe(Team.ADA, Team.BIN, false));
      reading.await();
      works.put("I2");
      await().until(() -> works.mailboxes.of(Team.BEN).contains("person I2"));
      assertThat(works.mailboxes.of(Team.ADA)).isEmpty();

      goOn.countDown();

      assertThat(from.get()).isEqualTo(1);
      assertThat(works.mailboxes.of(Team.ADA)).containsExactly("member 2");
    }
  }

  @Test
  void subscriptionThatCannotBeKeptIsNotInForce() {
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
      works.attendance.came(Team.ADA);
      assertThatThrownBy(() -> works.subscriptions.subscribe(Team.ADA, Team.BIN, false))
          .hasMessage("store away");
      assertThat(works.subscriptions.unsubscribe(Team.ADA, Team.BIN)).isFalse();

      away.set(false);
      assertThat(works.subscriptions.subscribe(Team.ADA, Team.BIN, false)).isZero();
    }
  }

  @Test
  void unsubscribedUserIsToldNoMoreAndSecondTimeIsFalse() {
    try (Works works = new Works()) {
      works.attendance.came(Team.ADA);
      works.attendance.came(Team.BEN);
      works.subscriptions.subscribe(Team.ADA, Team.BIN, false);

      assertThat(works.subscriptions.unsubscribe(Team.ADA, Team.BIN)).isTrue();
      assertThat(works.subscriptions.unsubscribe(Team.ADA, Team.BIN)).isFalse();
      works.put("I1");

      await().until(() -> works.mailboxes.of(Team.BEN).contains("person I1"));
      assertThat(works.mailboxes.of(Team.ADA)).isEmpty();
      assertThat(works.store.all()).isEmpty();
    }
  }

  @Test
  void membersAndSupervisorsAreToldInTheirOwnWords() {
    try (Works works = new Works()) {
      works.attendance.came(Team.ADA);
      works.attendance.came(Team.BEN);
      works.subscriptions.subscribe(Team.ADA, Team.BIN, false);
      works.subscriptions.subscribe(Team.BEN, Team.BIN, true);
      works.put("I1");

      await().until(() -> works.mailboxes.of(Team.BEN).size() == 2);
      assertThat(works.mailboxes.of(Team.ADA)).containsExactly("member 1");
      assertThat(works.mailboxes.of(Team.BEN)).containsExactly("supervisor 1", "person I1");
    }
  }

  @Test
  void actorAndFormerHolderAreToldEachOnce() {
    try (Works works = new Works()) {
      works.attendance.came(Team.ADA);
      works.attendance.came(Team.BEN);
      works.ledger.move("I1", new Location.Hand(Team.ADA), new Location.Hand(Team.BEN), Team.BEN);
      works.ledger.move("I2", new Location.Hand(Team.BEN), new Location.Bin(Team.BIN), Team.BEN);

      await().until(() -> works.mailboxes.of(Team.BEN).size() == 2);
      assertThat(works.mailboxes.of(Team.ADA)).containsExactly("person I1");
      assertThat(works.mailboxes.of(Team.BEN)).containsExactly("person I1", "person I2");
    }
  }

  @Test
  void wordsAreAskedForOnlyWhereSomebodyHearsThem() {
    try (Works works = new Works()) {
      works.attendance.came(Team.ADA);
      works.subscriptions.subscribe(Team.BEN, Team.BIN, false);
      works.put("I1");
      works.ledger.move("I2", new Location.Bin(Team.BIN), new Location.Hand(Team.ADA), Team.ADA);

      await().until(() -> works.mailboxes.of(Team.ADA).size() == 1);
      assertThat(works.asked).containsExactly(new Audience.Person(Team.ADA));
    }
  }

  @Test
  void wordsForAllWatchersAreMadeOnce() {
    try (Works works = new Works()) {
      for (var user : List.of(Team.ADA, Team.BEN)) {
        works.attendance.came(user);
        works.subscriptions.subscribe(user, Team.BIN, false);
      }
      works.put("I1");

      await().until(() -> works.mailboxes.of(Team.BEN).size() == 2);
      assertThat(works.mailboxes.of(Team.ADA)).containsExactly("member 1");
      assertThat(works.asked)
          .containsExactly(new Audience.Watchers(Team.BIN), new Audience.Person(Team.BEN));
    }
  }

  @Test
  void whoLosesTheRightIsToldSoAndNothingElse() {
    try (Works works = new Works()) {
      works.attendance.came(Team.ADA);
      works.subscriptions.subscribe(Team.ADA, Team.BIN, false);

      works.team.leave(Team.ADA);
      works.put("I1");

      await().until(() -> works.mailboxes.of(Team.ADA).size() == 1);
      assertThat(works.mailboxes.of(Team.ADA)).containsExactly("ended");
      assertThat(works.store.all()).isEmpty();
      works.team.join(Team.ADA);
      works.attendance.came(Team.BEN);
      works.put("I2");
      await().until(() -> works.mailboxes.of(Team.BEN).contains("person I2"));
      assertThat(works.mailboxes.of(Team.ADA)).containsExactly("ended");
    }
  }

  @Test
  void whoLosesTheRightIsToldAtOnceThoughNothingHappensInTheBin() {
    try (Works works = new Works()) {
      works.attendance.came(Team.ADA);
      works.subscriptions.subscribe(Team.ADA, Team.BIN, true);

      works.team.leave(Team.ADA);

      await().until(() -> works.mailboxes.of(Team.ADA).size() == 1);
      assertThat(works.mailboxes.of(Team.ADA)).containsExactly("ended");
    }
  }

  @Test
  void endOfEverythingEndsAllSubscriptionsOfThatUserOnly() {
    try (Works works = new Works()) {
      works.subscriptions.subscribe(Team.ADA, Team.BIN, false);
      works.subscriptions.subscribe(Team.BEN, Team.BIN, false);

      works.subscriptions.endAll(Team.ADA);

      assertThat(works.subscriptions.unsubscribe(Team.ADA, Team.BIN)).isFalse();
      assertThat(works.subscriptions.unsubscribe(Team.BEN, Team.BIN)).isTrue();
    }
  }

  @Test
  void restartKeepsSubscriptionsAndReplaysNothing() {
    Works first = new Works();
    first.subscriptions.subscribe(Team.ADA, Team.BIN, false);
    first.put("I1");

    try (Works second = first.restarted()) {
      second.attendance.came(Team.ADA);
      second.put("I2");

      await().until(() -> !second.mailboxes.of(Team.ADA).isEmpty());
      assertThat(second.mailboxes.of(Team.ADA)).containsExactly("member 2");
    }
  }

  @Test
  void whatHappenedWhileNobodyWasThereIsNotToldLater() {
    try (Works works = new Works()) {
      works.subscriptions.subscribe(Team.ADA, Team.BIN, false);
      for (int i = 0; i < 1_000; i++) {
        works.put("I" + i);
      }
      await().until(works::hasCaughtUp);
      works.attendance.came(Team.ADA);
      works.put("last");

      await().until(() -> works.mailboxes.of(Team.ADA).contains("member 1001"));
      assertThat(works.mailboxes.of(Team.ADA)).hasSize(1);
    }
  }

  /** Not even one that nobody reckons with. */
  @Test
  void noErrorEndsThePush() {
    AtomicBoolean broken = new AtomicBoolean();
    try (Works works =
        new Works(bins ->
            new OtherBins(bins) {
              @Override
              void beforeState() {
                if (broken.getAndSet(false)) {
                  throw new StackOverflowError("once");
                }
              }
            })) {
      works.attendance.came(Team.ADA);
      works.team.leave(Team.ADA);
      works.subscriptions.subscribeToAll(Team.ADA);
      broken.set(true);
      works.team.join(Team.ADA);
      await().untilFalse(broken);

      works.put("I1");
      works.sweep.sweep();
      works.put("I2");

      await().until(() -> works.mailboxes.of(Team.ADA).contains("member 2"));
    }
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
