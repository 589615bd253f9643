package org.openworkbin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.testing.TestLedger.hand;
import static org.openworkbin.testing.TestLedger.in;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.AtOnce;
import org.openworkbin.testing.TestLedger;

/** What a ledger promises to many who want the same, on any store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CrowdContract {
  private static final int THREADS = 160;
  private static final int ITEMS = 800;

  /** How many want the same items in the same order. */
  private static final int TOGETHER = 16;

  private static final int ROUNDS = 3;
  private TestLedger store;

  abstract Dialect dialect();

  @BeforeAll
  void open() {
    store = TestLedger.on(dialect());
  }

  @AfterAll
  void close() {
    store.close();
  }

  /** One who pulled: what he asked for and what he was told. */
  private record Try(InteractionId item, UserId agent, Outcome outcome) {}

  @Test
  void crowdOnOneBinTakesEachItemOnce() throws Exception {
    BinId bin = store.newBin();
    List<InteractionId> items =
        AtOnce.run(ITEMS, i -> store.create(in(bin)).id()).stream().toList();
    for (int round = 0; round < ROUNDS; round++) {
      long before = store.journal().last();
      long revision = store.bins().state(bin).revision();
      List<Try> tries = everybodyWantsSomeAtOnce(bin, items, round);

      ConcurrentHashMap<InteractionId, UserId> holders = new ConcurrentHashMap<>();
      for (Try each : tries) {
        if (each.outcome() instanceof Outcome.Moved) {
          assertThat(holders.put(each.item(), each.agent())).as("pulled once").isNull();
        }
      }
      assertThat(holders).hasSize(ITEMS);
      assertThat(tries).allSatisfy(each -> toldTheTruth(each, holders));
      assertThat(store.bins().state(bin)).isEqualTo(new BinState(bin, revision + ITEMS, 0));
      assertThat(store.contentOf(bin)).isEmpty();
      revisionsHaveNoGap(bin, before, revision, ITEMS);

      AtOnce.run(ITEMS, i -> store.added(items.get(i), holders.get(items.get(i)), bin));
      assertThat(store.bins().state(bin)).isEqualTo(new BinState(bin, revision + 2 * ITEMS, ITEMS));
      assertThat(store.contentOf(bin)).hasSize(ITEMS);
    }
  }

  private List<Try> everybodyWantsSomeAtOnce(BinId bin, List<InteractionId> items, int round)
      throws Exception {
    return AtOnce.run(
            THREADS,
            thread -> {
              List<InteractionId> mine = new ArrayList<>(items);
              Collections.shuffle(mine, new Random(round));
              Collections.rotate(mine, thread / TOGETHER * ITEMS * TOGETHER / THREADS);
              UserId agent = store.newUser();
              return mine.stream()
                  .limit(ITEMS / 4)
                  .map(id -> new Try(id, agent, store.pulled(id, bin, agent)))
                  .toList();
            })
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private static void toldTheTruth(Try each, ConcurrentHashMap<InteractionId, UserId> holders) {
    if (each.outcome() instanceof Outcome.Lost lost) {
      assertThat(lost.now().location()).isEqualTo(hand(holders.get(each.item())));
      assertThat(lost.now().id()).isEqualTo(each.item());
    } else {
      assertThat(each.outcome()).isInstanceOf(Outcome.Moved.class);
    }
  }

  private void revisionsHaveNoGap(BinId bin, long before, long revision, int moves) {
    List<Entry> entries = store.journal().ofBin(bin, revision, moves + 1).entries();
    assertThat(entries).hasSize(moves);
    for (int i = 0; i < moves; i++) {
      assertThat(entries.get(i).number()).isEqualTo(before + i + 1);
      assertThat(entries.get(i).left())
          .contains(new BinState(bin, revision + i + 1, moves - i - 1));
    }
  }

  @Test
  void crowdBetweenBinsLosesAndDoublesNothing() throws Exception {
    List<BinId> bins = IntStream.range(0, 7).mapToObj(i -> store.newBin()).toList();
    List<InteractionId> items =
        AtOnce.run(100, i -> store.create(in(bins.get(i % bins.size()))).id());
    long before = store.journal().last();

    List<Long> moved =
        AtOnce.run(
            THREADS,
            thread -> {
              Random random = new Random(thread);
              UserId agent = store.newUser();
              long won = 0;
              for (int i = 0; i < 50; i++) {
                InteractionId id = items.get(random.nextInt(items.size()));
                BinId from = bins.get(random.nextInt(bins.size()));
                BinId to = bins.get(random.nextInt(bins.size()));
                if (!from.equals(to)
                    && store.ledger().move(TestLedger.move(id, in(from), in(to), agent))
                        instanceof Outcome.Moved) {
                  won++;
                }
              }
              return won;
            });

    long total = moved.stream().mapToLong(Long::longValue).sum();
    assertThat(total).isPositive();
    assertThat(store.journal().last()).isEqualTo(before + total);
    Set<InteractionId> found = new HashSet<>();
    for (BinId bin : bins) {
      List<Interaction> content = store.contentOf(bin);
      assertThat(store.bins().state(bin).itemCount()).isEqualTo(content.size());
      content.forEach(item -> assertThat(found.add(item.id())).isTrue());
      List<Entry> history = store.journal().ofBin(bin, 0, 100_000).entries();
      assertThat(history).hasSize((int) store.bins().state(bin).revision());
      countersFollow(bin, history);
    }
    assertThat(found).hasSize(items.size());
  }

  private static void countersFollow(BinId bin, List<Entry> history) {
    long revision = 0;
    long count = 0;
    for (Entry entry : history) {
      boolean left = entry.left().filter(state -> state.bin().equals(bin)).isPresent();
      revision++;
      count += left ? -1 : 1;
      BinState state = left ? entry.left().orElseThrow() : entry.entered().orElseThrow();
      assertThat(state).isEqualTo(new BinState(bin, revision, count));
    }
  }

  /** The forced form: another writer has moved the item and commits while the pull waits for it. */
  @Test
  void pullThatWaitsForAnotherCommitLosesToIt() throws Exception {
    BinId bin = store.newBin();
    Interaction item = store.create(in(bin));
    UserId first = store.newUser();
    try (Connection other = store.stores().connection();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      begin(other);
      update(
          other,
          "update interaction set bin_no = null, holder = '%s' where id = '%s'"
              .formatted(first.value(), item.id().value()));

      Future<Outcome> second = threads.submit(() -> store.pulled(item.id(), bin, store.newUser()));
      awaitWaiting(second);
      update(other, "commit");

      assertThat(second.get())
          .isInstanceOfSatisfying(
              Outcome.Lost.class, lost -> assertThat(lost.now().location()).isEqualTo(hand(first)));
    }
    assertThat(store.hands().inHand(first)).hasSize(1);
  }

  private void begin(Connection other) throws SQLException {
    update(other, dialect() == Dialect.SQLITE ? "begin immediate" : "begin");
  }

  private static void update(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  /** Waits until the pull has begun and waits for the lock. */
  private void awaitWaiting(Future<Outcome> pull) {
    if (dialect() == Dialect.POSTGRESQL) {
      Awaitility.await()
          .until(() ->
              store
                      .database()
                      .read(session ->
                          session
                              .client()
                              .sql(
                                  "select count(*) from pg_locks where not granted"
                                      + " and locktype in ('transactionid', 'tuple')")
                              .query(Long.class)
                              .single())
                  > 0);
    } else {
      Awaitility.await()
          .until(() ->
              Thread.getAllStackTraces().entrySet().stream()
                  .anyMatch(each ->
                      each.getKey().getName().equals("store-writer")
                          && Arrays.stream(each.getValue())
                              .anyMatch(at -> at.getMethodName().equals("begin"))));
    }
    assertThat(pull).isNotDone();
  }
}
