package org.openworkbin.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.testing.TestLedger.in;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Creation;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Ledger;
import org.openworkbin.ledger.Move;
import org.openworkbin.ledger.NextPull;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.sql.Dialect;

/** The forced form of the race between an agent's write and the sweep, on any store. */
abstract class LeaseRaceContract {
  private static final Duration LEASE = Duration.ofMinutes(10);
  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch opened = new CountDownLatch(1);
  private Shop shop;
  private UserId ada;
  private BinId team;
  private BinId other;
  private Interaction parked;
  private Interaction held;

  abstract Dialect dialect();

  @BeforeEach
  void open() {
    shop = new Shop(dialect(), Shop.TEN_MINUTES, Gate::new);
    ada = shop.hire();
    team = shop.newTeamBin();
    other = shop.newTeamBin();
    parked = shop.store.create(in(team));
    held = shop.pulled(parked, team, ada);
  }

  @AfterEach
  void close() {
    shop.audit();
    shop.close();
  }

  @Test
  void writeThatComesBeforeTheSweepWins() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> sweeping = threads.submit(() -> shop.pass(LEASE));
      arrived.await();

      Outcome write = shop.store.ledger().move(shop.lateAdd(held, ada, other));
      opened.countDown();
      sweeping.get();

      assertThat(write).isInstanceOf(Outcome.Moved.class);
      assertThat(shop.now(held).location()).isEqualTo(in(other));
    }
  }

  /** The item is in the same hand again, and by another hold: the sweep decided on the old one. */
  @Test
  void sweepTakesNothingThatWasPulledAnewMeanwhile() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> sweeping = threads.submit(() -> shop.pass(LEASE));
      arrived.await();

      shop.store.ledger().move(shop.lateAdd(held, ada, team));
      Interaction again = shop.pulled(held, team, ada);
      opened.countDown();
      sweeping.get();

      assertThat(shop.now(held)).isEqualTo(again);
    }
  }

  @Test
  void writeThatComesAfterTheSweepIsRefused() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> sweeping = threads.submit(() -> shop.pass(LEASE));
      arrived.await();
      opened.countDown();
      sweeping.get();

      Outcome write = shop.store.ledger().move(shop.lateAdd(held, ada, other));

      assertThat(write).isEqualTo(new Outcome.Lost(shop.now(held), Optional.empty()));
      assertThat(shop.now(held).location()).isEqualTo(in(team));
      assertThat(shop.now(held).placement()).isEqualTo(parked.placement());
    }
  }

  /** The sweep's way to the ledger: it has decided to take an item, and waits. */
  private final class Gate implements Ledger {
    private final Ledger ledger;

    Gate(Ledger ledger) {
      this.ledger = ledger;
    }

    @Override
    public Outcome move(Move move) {
      arrived.countDown();
      try {
        opened.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
      return ledger.move(move);
    }

    @Override
    public Outcome move(Move move, Receipt receipt) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Outcome pull(NextPull next) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Outcome pull(NextPull next, Receipt receipt) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Outcome create(Creation creation) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Outcome create(Creation creation, Receipt receipt) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<KeptAnswer> answered(UserId user, String key) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void keep(UserId user, String key, KeptAnswer answer) {
      throw new UnsupportedOperationException();
    }
  }
}
