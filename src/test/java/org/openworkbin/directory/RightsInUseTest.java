package org.openworkbin.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.openworkbin.directory.RightsInUse.Use;

class RightsInUseTest {
  private final RightsInUse rights = new RightsInUse();

  @Test
  void whoChangedRightsWaitsForThoseWhoBeganBeforeAndNotForThoseWhoBeganLater() throws Exception {
    Use before = rights.begin();
    AtomicReference<Thread> changer = new AtomicReference<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> change =
          threads.submit(() -> {
            changer.set(Thread.currentThread());
            return rights.within(() -> {
              rights.changed();
              return "changed";
            });
          });
      await()
          .until(() -> changer.get() != null && changer.get().getState() == Thread.State.WAITING);
      Use later = rights.begin();
      assertThat(change.isDone()).isFalse();

      before.close();

      assertThat(change.get()).isEqualTo("changed");
      later.close();
    }
  }

  @Test
  void whoChangedNothingWaitsForNobody() {
    try (Use _ = rights.begin()) {
      assertThat(rights.<String, RuntimeException>within(() -> "read")).isEqualTo("read");
    }
  }

  @Test
  void aChangeOutsideOfACallMakesNobodyWait() {
    rights.changed();

    try (Use _ = rights.begin()) {
      assertThat(rights.<String, RuntimeException>within(() -> "read")).isEqualTo("read");
    }
  }

  @Test
  void whoWaitsForTheOthersWithinACallDoesNotWaitForHimself() throws Exception {
    Use before = rights.begin();
    CountDownLatch entered = new CountDownLatch(2);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> waiting = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        waiting.add(
            threads.submit(() ->
                rights.within(() -> {
                  entered.countDown();
                  rights.awaitOthers();
                  return "alone";
                })));
      }
      entered.await();
      assertThat(waiting).noneMatch(Future::isDone);

      before.close();

      for (Future<String> each : waiting) {
        assertThat(each.get()).isEqualTo("alone");
      }
    }
  }

  @Test
  void whatIsThrownAfterAChangeIsThrownWhenTheOthersHaveEnded() throws Exception {
    Use before = rights.begin();
    CountDownLatch changed = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> change =
          threads.submit(() -> {
            assertThatThrownBy(() ->
                    rights.within(() -> {
                      rights.changed();
                      changed.countDown();
                      throw new IllegalStateException("after it");
                    }))
                .hasMessage("after it");
            assertThat(before).isNotNull();
          });
      changed.await();
      before.close();
      change.get();
    }
  }

  @Test
  void manyChangesAtOnceInACrowdOfUsesAllComeToAnEnd() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Future<Integer>>();
      for (int i = 0; i < 200; i++) {
        int number = i;
        all.add(
            threads.submit(() ->
                rights.within(() -> {
                  if (number % 4 == 0) {
                    rights.changed();
                  }
                  return number;
                })));
      }
      for (int i = 0; i < all.size(); i++) {
        assertThat(all.get(i).get()).isEqualTo(i);
      }
    }
  }
}
