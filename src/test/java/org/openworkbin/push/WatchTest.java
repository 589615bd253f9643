package org.openworkbin.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.id.WorkbinId;
import org.openworkbin.push.SubscriptionStore.Kept;

class WatchTest {
  private static final UserId ADA = new UserId("ada");
  private static final Instant LATER = Instant.EPOCH.plusSeconds(1);
  private static final BinId BIN = new BinId(new WorkbinId("team"), ADA);

  private final Watch watch = Watch.asked(new Kept(new UUID(0, 1), ADA, BIN, false), Instant.EPOCH);
  private final List<Long> confirmed = new ArrayList<>();

  /**
   * A session that opens while another one's {@code Subscribe} is under way has not heard what was
   * told before it came.
   */
  @Test
  void confirmationIsNotBehindWhatWasToldMeanwhile() {
    watch.begin(3);
    watch.tell(4, _ -> {});

    watch.confirm(3, confirmed::add);

    assertThat(confirmed).containsExactly(4L);
  }

  @Test
  void confirmationIsNotBehindWhatTheBinHasReached() {
    watch.begin(3);
    watch.tell(4, _ -> {});

    watch.confirm(7, confirmed::add);

    assertThat(confirmed).containsExactly(7L);
  }

  /** Forced form: it is asked for again while the store forgets it. */
  @Test
  void whoAsksWhileItEndsFindsItEnded() throws Exception {
    watch.begin(3);
    CountDownLatch forgetting = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    FutureTask<Boolean> end =
        new FutureTask<>(() ->
            watch.endIfAskedUntil(
                Instant.EPOCH,
                () -> {
                  forgetting.countDown();
                  awaitLatch(goOn);
                }));
    FutureTask<Boolean> again = new FutureTask<>(() -> watch.askAgain(LATER));
    Thread.ofPlatform().start(end);
    forgetting.await();
    Thread asking = Thread.ofPlatform().start(again);
    await().until(() -> again.isDone() || asking.getState() == Thread.State.BLOCKED);

    goOn.countDown();

    assertThat(again.get()).isFalse();
    assertThat(end.get()).isTrue();
  }

  @Test
  void whatWasAskedForSinceDoesNotEnd() {
    watch.begin(3);
    assertThat(watch.askAgain(LATER)).isTrue();

    assertThat(watch.endIfAskedUntil(Instant.EPOCH, Assertions::fail)).isFalse();
    assertThat(watch.askAgain(LATER)).isTrue();
  }

  @Test
  void whatCannotBeForgottenIsStillInForce() {
    watch.begin(3);

    assertThatThrownBy(() ->
            watch.endIfAskedUntil(
                LATER,
                () -> {
                  throw new IllegalStateException("store away");
                }))
        .hasMessage("store away");
    assertThat(watch.askAgain(LATER)).isTrue();
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whatIsNotToldIsNotConfirmed() {
    watch.tell(2, _ -> {});
    watch.begin(3);

    watch.confirm(3, confirmed::add);

    assertThat(confirmed).containsExactly(3L);
  }
}
