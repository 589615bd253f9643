package org.openworkbin.bench;

import static org.openworkbin.testing.TestLedger.hand;
import static org.openworkbin.testing.TestLedger.in;
import static org.openworkbin.testing.TestLedger.move;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Content;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Move;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.TestLedger;

/**
 * Measures the bare {@code Ledger.move} in this process, on both stores: pulls of items of 300
 * bytes and adds of the same, by 1 and by 32 callers, on one bin and on a hundred; and first pages.
 */
final class LedgerBench {
  private static final int ROUNDS = 5;
  private static final int ITEMS = 20_000;
  private static final int ALONE = 1_000;
  private static final int PAGES = 20_000;

  private final TestLedger store;
  private final long server;
  private final UserId agent;

  private LedgerBench(TestLedger store, long server) {
    this.store = store;
    this.server = server;
    this.agent = store.newUser();
  }

  /** Arguments: {@code sqlite}, {@code postgresql} or nothing for both. */
  static void main(String[] arguments) throws Exception {
    System.out.println(
        "store       bins callers what   per second  p50 us  p99 us  java us  db us  group");
    for (Dialect dialect : Dialect.values()) {
      if (arguments.length == 0 || dialect.name().equalsIgnoreCase(arguments[0])) {
        try (TestLedger store = TestLedger.on(dialect)) {
          LedgerBench bench =
              new LedgerBench(store, dialect == Dialect.SQLITE ? 0 : postmaster(store));
          bench.run();
        }
      }
    }
  }

  private static long postmaster(TestLedger store) throws Exception {
    try (Connection connection = store.stores().connection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
      row.next();
      return CpuTime.parentOf(row.getLong(1));
    }
  }

  private void run() throws InterruptedException {
    for (int bins : new int[] {1, 100}) {
      List<BinId> targets = new ArrayList<>();
      for (int i = 0; i < bins; i++) {
        targets.add(store.newBin());
      }
      List<InteractionId> items = create(targets);
      for (int round = 0; round < ROUNDS; round++) {
        Collections.shuffle(items, new Random(round));
        pullAndAdd(items, targets, 32, ITEMS, round);
      }
      pullAndAdd(items, targets, 1, ALONE, 1);
    }
    BinId deep = store.newBin();
    create(List.of(deep));
    for (int round = 0; round < ROUNDS; round++) {
      pages(deep, round);
    }
  }

  private List<InteractionId> create(List<BinId> bins) throws InterruptedException {
    InteractionId[] ids = new InteractionId[ITEMS];
    AtomicInteger next = new AtomicInteger();
    together(
        64,
        () -> {
          for (int i = next.getAndIncrement(); i < ITEMS; i = next.getAndIncrement()) {
            var to = in(bins.get(i % bins.size()));
            ids[i] =
                TestLedger.entry(store.ledger().create(store.creation(Medium.CHAT, content(), to)))
                    .interaction()
                    .id();
          }
        });
    return new ArrayList<>(Arrays.asList(ids));
  }

  private static Content content() {
    String data = "{\"Subject\":\"" + "x".repeat(300 - 14) + "\"}";
    return new Content("Inbound", "2016-04-08 15:05:57.000+0300", 0, "{}", data);
  }

  private void pullAndAdd(
      List<InteractionId> items, List<BinId> bins, int callers, int count, int round)
      throws InterruptedException {
    var where = new BinId[count];
    for (int i = 0; i < count; i++) {
      where[i] =
          store.bins().find(items.get(i)).orElseThrow().location()
                  instanceof org.openworkbin.ledger.Location.Bin(BinId bin)
              ? bin
              : bins.getFirst();
    }
    String label =
        "%-11s %4d %7d "
            .formatted(
                store.database().dialect().name().toLowerCase(Locale.ROOT), bins.size(), callers);
    measure(
        label + "pull ",
        callers,
        count,
        round > 0,
        i -> move(items.get(i), in(where[i]), hand(agent), agent));
    measure(
        label + "add  ",
        callers,
        count,
        round > 0,
        i -> move(items.get(i), hand(agent), in(where[i]), agent));
  }

  private void measure(String label, int callers, int count, boolean print, IntFunction<Move> moves)
      throws InterruptedException {
    run(label, callers, count, print, i -> TestLedger.entry(store.ledger().move(moves.apply(i))));
  }

  private void pages(BinId bin, int round) throws InterruptedException {
    EnumSet<Medium> all = EnumSet.allOf(Medium.class);
    run(
        "%-11s %4d %7d page "
            .formatted(store.database().dialect().name().toLowerCase(Locale.ROOT), 1, 32),
        32,
        PAGES,
        round > 0,
        i -> store.bins().page(bin, all, 25, 0));
  }

  private void run(String label, int callers, int count, boolean print, IntConsumer operation)
      throws InterruptedException {
    long[] nanos = new long[count];
    AtomicInteger next = new AtomicInteger();
    long java = CpuTime.ofThisProcess();
    long database = CpuTime.ofFamily(server);
    long last = store.journal().last();
    long start = System.nanoTime();
    together(
        callers,
        () -> {
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            long begin = System.nanoTime();
            operation.accept(i);
            nanos[i] = System.nanoTime() - begin;
          }
        });
    long took = System.nanoTime() - start;
    long moves = store.journal().last() - last;
    java = CpuTime.ofThisProcess() - java;
    database = CpuTime.ofFamily(server) - database;
    Arrays.sort(nanos);
    if (print) {
      System.out.printf(
          Locale.ROOT,
          "%s %10.0f %7d %7d %8.1f %6.1f %6.1f%n",
          label,
          count * 1e9 / took,
          nanos[count / 2] / 1000,
          nanos[count * 99 / 100] / 1000,
          java / 1e3 / count,
          database / 1e3 / count,
          moves == 0 ? 0 : moves / groups(last));
    }
  }

  /** How many commits there were after that entry. */
  private double groups(long last) {
    return store
        .database()
        .read(session ->
            session
                .client()
                .sql("select count(distinct wave) from journal where number > ?")
                .param(last)
                .query(Long.class)
                .single());
  }

  private static void together(int callers, Runnable work) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(callers);
    for (int i = 0; i < callers; i++) {
      Thread.startVirtualThread(() -> {
        try {
          work.run();
        } finally {
          done.countDown();
        }
      });
    }
    done.await();
  }
}
