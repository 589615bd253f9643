package org.openworkbin.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.openworkbin.testing.TestLedger.in;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Hands;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.sql.Dialect;

class LeaseSweepTest {
  private static final LeaseSettings OFTEN =
      new LeaseSettings(
          Duration.ofMinutes(10),
          Map.of(),
          Map.of(),
          Duration.ofSeconds(60),
          Duration.ofMillis(5),
          false);

  private final Shop shop = new Shop(Dialect.SQLITE);

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void sweepGoesOnWhenTheStoreIsThereAgain() {
    BinId team = shop.newTeamBin();
    UserId gone = shop.store.newUser();
    Interaction held = shop.pulledFrom(team, gone);
    AwayAtFirst hands = new AwayAtFirst(shop.store.hands(), AwayAtFirst.UNAVAILABLE);
    LeaseSweep sweep = shop.sweep(OFTEN, hands, shop.store.ledger());

    sweep.start();
    assertThat(sweep.isRunning()).isTrue();
    await().until(() -> shop.now(held).location().equals(in(team)));
    sweep.stop();

    assertThat(hands.asked).hasValueGreaterThan(AwayAtFirst.TIMES);
    assertThat(sweep.isRunning()).isFalse();
  }

  @Test
  void sweepGoesOnAfterAnError() {
    BinId team = shop.newTeamBin();
    Interaction held = shop.pulledFrom(team, shop.store.newUser());
    AwayAtFirst hands =
        new AwayAtFirst(
            shop.store.hands(),
            () -> {
              throw new StackOverflowError("at first");
            });
    LeaseSweep sweep = shop.sweep(OFTEN, hands, shop.store.ledger());

    sweep.start();
    await().until(() -> shop.now(held).location().equals(in(team)));
    sweep.stop();

    assertThat(hands.asked).hasValueGreaterThan(AwayAtFirst.TIMES);
  }

  @Test
  void sweepCanBeStartedAgain() {
    BinId team = shop.newTeamBin();
    LeaseSweep sweep = shop.sweep(OFTEN, shop.store.hands(), shop.store.ledger());
    sweep.start();
    sweep.stop();
    Interaction held = shop.pulledFrom(team, shop.store.newUser());

    sweep.start();

    await().until(() -> shop.now(held).location().equals(in(team)));
    sweep.stop();
  }

  /** A store that comes back after a while. */
  private static final class AwayAtFirst implements Hands {
    static final int TIMES = 3;
    static final Runnable UNAVAILABLE =
        () -> {
          throw new Refusal.Unavailable(Duration.ofSeconds(1)).asException();
        };
    private final AtomicInteger asked = new AtomicInteger();
    private final Hands hands;
    private final Runnable failing;

    AwayAtFirst(Hands hands, Runnable failing) {
      this.hands = hands;
      this.failing = failing;
    }

    private Hands there() {
      if (asked.incrementAndGet() <= TIMES) {
        failing.run();
      }
      return hands;
    }

    @Override
    public List<Interaction> inHand(UserId agent) {
      return there().inHand(agent);
    }

    @Override
    public Set<UserId> holders() {
      return there().holders();
    }

    @Override
    public List<Interaction> offers() {
      return there().offers();
    }

    @Override
    public List<Interaction> offeredTo(UserId agent) {
      return there().offeredTo(agent);
    }
  }
}
