package org.openworkbin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openworkbin.testing.TestLedger.in;
import static org.openworkbin.testing.TestLedger.pull;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Ledger.Receipt;
import org.openworkbin.ledger.jdbc.LedgerSettings;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.refusal.RefusedException;
import org.openworkbin.sql.Dialect;
import org.openworkbin.sql.Session;
import org.openworkbin.sql.StoreAwayException;
import org.openworkbin.sql.Writer;
import org.openworkbin.testing.Stores;
import org.openworkbin.testing.TestLedger;

/** What moves that are committed together promise each other, on any store. */
abstract class GroupsContract {
  private static final int QUEUE = 20;
  private final CountDownLatch held = new CountDownLatch(1);
  private final AtomicInteger waiting = new AtomicInteger();
  private TestLedger store;

  abstract Dialect dialect();

  @BeforeEach
  void open() {
    LedgerSettings settings =
        new LedgerSettings(QUEUE, Duration.ofSeconds(9), Duration.ofSeconds(9));
    store = TestLedger.on(Stores.fresh(dialect()), InstantSource.system(), settings);
  }

  @AfterEach
  void close() {
    held.countDown();
    store.close();
  }

  @Test
  void badMoveHarmsNoNeighbour() throws Exception {
    BinId bin = store.newBin();
    List<Interaction> items = List.of(store.create(in(bin)), store.create(in(bin)));
    Interaction victim = store.create(in(bin));
    UserId agent = store.newUser();
    Receipt bad =
        new Receipt(
            agent,
            "k",
            "d",
            _ -> {
              throw new IllegalStateException("a bug of the caller");
            });
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      holdWriter();
      Future<Outcome> first = start(threads, () -> store.pulled(items.get(0).id(), bin, agent));
      Future<Outcome> failed =
          start(threads, () -> store.ledger().move(pull(victim.id(), bin, agent), bad));
      Future<Outcome> second = start(threads, () -> store.pulled(items.get(1).id(), bin, agent));
      awaitQueued(3);
      held.countDown();

      assertThat(first.get()).isInstanceOf(Outcome.Moved.class);
      assertThat(second.get()).isInstanceOf(Outcome.Moved.class);
      assertThatThrownBy(failed::get)
          .isInstanceOf(ExecutionException.class)
          .hasRootCauseMessage("a bug of the caller");
    }
    assertThat(store.contentOf(bin)).containsExactly(victim);
    assertThat(store.bins().state(bin)).isEqualTo(new BinState(bin, 5, 1));
    assertThat(store.journal().last()).isEqualTo(5);
    assertThat(store.journal().after(3, 9)).hasSize(2);
    assertThat(store.ledger().answered(agent, "k")).isEmpty();
  }

  @Test
  void ofManyInOneGroupWhoWantTheSameOneGetsIt() throws Exception {
    BinId bin = store.newBin();
    Interaction item = store.create(in(bin));
    Interaction next = store.create(in(bin));
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      holdWriter();
      List<Future<Outcome>> pulls = new ArrayList<>();
      for (int i = 0; i < QUEUE; i++) {
        pulls.add(start(threads, () -> store.pulled(item.id(), bin, store.newUser())));
      }
      awaitQueued(QUEUE);
      held.countDown();

      Interaction now = null;
      for (Future<Outcome> pull : pulls) {
        if (pull.get() instanceof Outcome.Moved(Entry entry)) {
          assertThat(now).isNull();
          now = entry.interaction();
        }
      }
      assertThat(now).isNotNull();
      Outcome lost = new Outcome.Lost(now, java.util.Optional.of(next.id()));
      for (Future<Outcome> pull : pulls) {
        assertThat(pull.get())
            .satisfiesAnyOf(
                outcome -> assertThat(outcome).isEqualTo(lost),
                outcome -> assertThat(outcome).isInstanceOf(Outcome.Moved.class));
      }
    }
    assertThat(store.bins().state(bin)).isEqualTo(new BinState(bin, 3, 1));
  }

  @Test
  void fullQueueIsRefusedAndTheOthersAreServed() throws Exception {
    BinId bin = store.newBin();
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      holdWriter();
      List<Future<Interaction>> created = new ArrayList<>();
      for (int i = 0; i < QUEUE; i++) {
        created.add(start(threads, () -> store.create(in(bin))));
      }
      awaitQueued(QUEUE);

      assertThatThrownBy(() -> store.create(in(bin)))
          .isInstanceOfSatisfying(
              RefusedException.class,
              refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.Unavailable.class));

      held.countDown();
      for (Future<Interaction> each : created) {
        each.get();
      }
    }
    assertThat(store.contentOf(bin)).hasSize(QUEUE);
  }

  @Test
  void closingDrainsWhatIsQueued() throws Exception {
    BinId bin = store.newBin();
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      holdWriter();
      List<Future<Interaction>> created = new ArrayList<>();
      for (int i = 0; i < QUEUE; i++) {
        created.add(start(threads, () -> store.create(in(bin))));
      }
      awaitQueued(QUEUE);
      Future<?> closed = threads.submit(() -> store.stores().closeDatabase());
      held.countDown();
      closed.get();
      for (Future<Interaction> each : created) {
        each.get();
      }
    }
    assertThatThrownBy(() -> store.create(in(bin))).isInstanceOf(RefusedException.class);
    store.restart();
    assertThat(store.contentOf(bin)).hasSize(QUEUE);
  }

  @Test
  void writesOfOthersGoBetweenTheGroups() {
    BinId bin = store.newBin();
    store.create(in(bin));
    String count = "select count(*) from interaction";

    assertThat(
            store
                .database()
                .<Long>write(session -> session.client().sql(count).query(Long.class).single()))
        .isEqualTo(1);
    assertThatThrownBy(() ->
            store
                .database()
                .write(session -> {
                  session.client().sql("update bin set revision = 99").update();
                  throw new IllegalStateException("changed my mind");
                }))
        .hasMessage("changed my mind");
    assertThat(store.bins().state(bin)).isEqualTo(new BinState(bin, 1, 1));
  }

  /** Keeps the writer busy until {@code held} is released, so that moves gather. */
  private void holdWriter() {
    CountDownLatch busy = new CountDownLatch(1);
    store
        .database()
        .writer()
        .submit(
            new Writer.Job() {
              @Override
              public void run(Session session) {
                busy.countDown();
                Awaitility.await().until(() -> held.getCount() == 0);
              }

              @Override
              public void away(StoreAwayException why) {
                throw new AssertionError(why);
              }
            });
    Awaitility.await().until(() -> busy.getCount() == 0);
  }

  private <T> Future<T> start(ExecutorService threads, Callable<T> task) {
    return threads.submit(() -> {
      Thread.currentThread().setName("mover-" + waiting.incrementAndGet());
      return task.call();
    });
  }

  private static void awaitQueued(int count) {
    Awaitility.await()
        .until(() ->
            Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().startsWith("mover-"))
                    .filter(thread -> thread.getState() == Thread.State.WAITING)
                    .count()
                == count);
  }
}
