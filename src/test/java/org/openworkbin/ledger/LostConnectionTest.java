package org.openworkbin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openworkbin.testing.TestLedger.entry;
import static org.openworkbin.testing.TestLedger.hand;
import static org.openworkbin.testing.TestLedger.in;
import static org.openworkbin.testing.TestLedger.move;
import static org.openworkbin.testing.TestLedger.pull;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Ledger.KeptAnswer;
import org.openworkbin.ledger.Ledger.Receipt;
import org.openworkbin.ledger.jdbc.LedgerSettings;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.refusal.RefusedException;
import org.openworkbin.sql.DatabaseSettings;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.CutWire;
import org.openworkbin.testing.Stores;
import org.openworkbin.testing.TestLedger;
import org.openworkbin.testing.TestPostgres;

/** What a ledger on PostgreSQL promises when the connection is lost while it commits. */
class LostConnectionTest {
  private static final LedgerSettings PATIENT =
      new LedgerSettings(4096, Duration.ofSeconds(30), Duration.ofMinutes(5));
  private static final String END_WRITER =
      "select pg_terminate_backend(pid) from pg_stat_activity"
          + " where application_name = 'open-workbin writer'";

  @Test
  void commitWhoseReplyIsLostIsAnsweredAsItWasMade() throws Exception {
    try (Wired wired = new Wired()) {
      TestLedger store = wired.store;
      BinId bin = store.newBin();
      Interaction item = store.create(in(bin));
      UserId agent = store.newUser();
      long before = store.journal().last();

      wired.wire.cutAfter(0);
      Entry entry = entry(store.pulled(item.id(), bin, agent));

      assertThat(wired.wire.cuts()).isEqualTo(1);
      assertThat(entry.number()).isEqualTo(before + 1);
      assertThat(store.journal().after(before, 9)).containsExactly(entry);
      assertThat(store.bins().state(bin)).isEqualTo(new BinState(bin, 2, 0));
      assertThat(store.bins().find(item.id())).contains(entry.interaction());
      assertThat(store.create(in(bin)).hold()).isEqualTo(before + 2);
    }
  }

  @Test
  void lostPullWhoseReplyIsLostIsStillLost() throws Exception {
    try (Wired wired = new Wired()) {
      TestLedger store = wired.store;
      BinId bin = store.newBin();
      Interaction item = store.create(in(bin));
      UserId first = store.newUser();
      store.pulled(item.id(), bin, first);
      long before = store.journal().last();

      wired.wire.cutAfter(0);
      Outcome outcome = store.pulled(item.id(), bin, store.newUser());

      assertThat(wired.wire.cuts()).isEqualTo(1);
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.Lost.class, lost -> assertThat(lost.now().location()).isEqualTo(hand(first)));
      assertThat(store.journal().last()).isEqualTo(before);
    }
  }

  /** Cut at each reply of the transaction in turn: before, at and after its commit. */
  @Test
  void answerIsKeptOnceWhereverTheWireIsCut() throws Exception {
    try (Wired wired = new Wired()) {
      TestLedger store = wired.store;
      BinId bin = store.newBin();
      for (int replies = 0; replies < 4; replies++) {
        Interaction item = store.create(in(bin));
        UserId agent = store.newUser();
        Receipt receipt =
            new Receipt(agent, "k", "d", made -> Optional.of("" + entry(made).number()));
        long before = store.journal().last();

        wired.wire.cutAfter(replies);
        Entry entry = entry(store.ledger().move(pull(item.id(), bin, agent), receipt));

        assertThat(entry.number()).isEqualTo(before + 1);
        assertThat(store.journal().last()).isEqualTo(before + 1);
        assertThat(store.ledger().answered(agent, "k"))
            .contains(new KeptAnswer("d", "" + (before + 1)));
        Awaitility.await().ignoreExceptions().until(() -> store.create(hand(agent)).hold() > 0);
      }
      assertThat(wired.wire.cuts()).isGreaterThanOrEqualTo(3);
      assertThat(store.contentOf(bin)).isEmpty();
    }
  }

  @Test
  void keptAnswerOfALostPullIsFoundAgainAfterACut() throws Exception {
    try (Wired wired = new Wired()) {
      TestLedger store = wired.store;
      BinId bin = store.newBin();
      Interaction item = store.create(in(bin));
      UserId first = store.newUser();
      store.pulled(item.id(), bin, first);
      for (int replies = 0; replies < 4; replies++) {
        UserId agent = store.newUser();
        Receipt receipt =
            new Receipt(agent, "k", "d", made -> Optional.of(made.getClass().getSimpleName()));

        wired.wire.cutAfter(replies);
        Outcome outcome = store.ledger().move(pull(item.id(), bin, agent), receipt);

        assertThat(outcome).isInstanceOf(Outcome.Lost.class);
        assertThat(store.ledger().answered(agent, "k")).contains(new KeptAnswer("d", "Lost"));
        Awaitility.await().ignoreExceptions().until(() -> store.create(hand(agent)).hold() > 0);
      }
    }
  }

  /** Where it came from is looked up after the statement that completed it. */
  @Test
  void whatCouldNotBeReadOnceItWasDurableIsAnsweredAsItWasMade() throws Exception {
    try (TestLedger store = TestLedger.on(Dialect.POSTGRESQL);
        Connection other = store.stores().connection();
        Statement statement = other.createStatement()) {
      BinId bin = store.newBin();
      Interaction item = store.create(in(bin));
      UserId agent = store.newUser();
      store.pulled(item.id(), bin, agent);
      store.restart();
      statement.execute(
          """
          create function hide_the_tables() returns trigger language plpgsql as $$
          begin perform set_config('search_path', 'pg_catalog', false); return null; end $$;
          create trigger hide_the_tables after insert on journal
            for each statement execute function hide_the_tables()
          """);

      Entry entry =
          entry(
              store
                  .ledger()
                  .move(
                      move(
                          item.id(),
                          hand(agent),
                          new Location.Ended(Location.Ending.COMPLETED),
                          agent)));

      assertThat(store.journal().last()).isEqualTo(entry.number());
      statement.execute("drop trigger hide_the_tables on journal");
      assertThat(store.create(in(bin)).hold()).isGreaterThan(entry.number());
    }
  }

  @Test
  void nothingIsLostOrDoubledWhileTheWriterIsKilledAgainAndAgain() throws Exception {
    try (TestLedger store = TestLedger.on(Dialect.POSTGRESQL);
        Connection killer = store.stores().connection();
        Statement kill = killer.createStatement();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        StubbornCrowd crowd = new StubbornCrowd(store, threads)) {
      for (int i = 0; i < 15; i++) {
        int wanted = crowd.acknowledged() + 50;
        Awaitility.await().until(() -> crowd.acknowledged() >= wanted);
        kill.execute(END_WRITER);
      }
      crowd.stop();
      crowd.nothingIsLostOrDoubled();
    }
  }

  @Test
  void serverMayBeStoppedAndStartedAgainUnderTheLedger(@TempDir Path folder) throws Exception {
    try (TestPostgres server = TestPostgres.in(folder.resolve("server"));
        Stores stores = Stores.on(server.emptyDatabase(), folder.resolve("data"));
        TestLedger store = TestLedger.on(stores, InstantSource.system(), PATIENT);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        StubbornCrowd crowd = new StubbornCrowd(store, threads)) {
      Awaitility.await().until(() -> crowd.acknowledged() > 200);
      server.stop();
      Awaitility.await().until(() -> isRefused(store));
      assertThatThrownBy(() -> store.hands().inHand(store.newUser()))
          .isInstanceOfSatisfying(
              RefusedException.class,
              refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.Unavailable.class));
      server.startAgain();
      int wanted = crowd.acknowledged() + 200;
      Awaitility.await().until(() -> crowd.acknowledged() >= wanted);
      crowd.stop();
      crowd.nothingIsLostOrDoubled();
    }
  }

  /** Whether a new move is refused; those in doubt wait for the server. */
  private static boolean isRefused(TestLedger store) {
    try {
      Outcome outcome =
          store.pulled(store.ids().newInteractionId(), store.newBin(), store.newUser());
      return outcome == null;
    } catch (RefusedException e) {
      return e.refusal() instanceof Refusal.Unavailable;
    }
  }

  /** A ledger whose wire to its database can be cut. */
  private static final class Wired implements AutoCloseable {
    private final CutWire wire;
    private final TestLedger store;

    Wired() throws Exception {
      DatabaseSettings direct = TestPostgres.shared().migratedDatabase();
      URI uri = URI.create(direct.url().substring("jdbc:".length()));
      wire = new CutWire(uri.getPort());
      String url = "jdbc:postgresql://127.0.0.1:" + wire.port() + uri.getPath();
      DatabaseSettings wired = DatabaseSettings.of(url, direct.username(), direct.password());
      store =
          TestLedger.on(
              Stores.on(wired, Path.of("target")),
              InstantSource.system(),
              LedgerSettings.defaults());
      // So that the plans are made and each later request has one reply.
      store.pulled(store.create(in(store.newBin())).id(), store.newBin(), store.newUser());
    }

    @Override
    public void close() throws IOException {
      store.stores().closeDatabase();
      wire.close();
    }
  }

  @Test
  void lockTakenByAnotherStopsAllWriting() throws Exception {
    try (TestLedger store = TestLedger.on(Dialect.POSTGRESQL);
        Connection other =
            DriverManager.getConnection(
                store.stores().settings().url(),
                store.stores().settings().username(),
                store.stores().settings().password());
        Statement statement = other.createStatement();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      BinId bin = store.newBin();
      store.create(in(bin));
      Future<Boolean> lock =
          threads.submit(() -> statement.execute("select pg_advisory_lock(7305808869227718503)"));
      Awaitility.await().until(() -> waitsForAdvisoryLock(store));

      TestPostgres.shared()
          .execute(
              "select pg_terminate_backend(pid) from pg_stat_activity where application_name ="
                  + " 'open-workbin claim' and datname = '%s'".formatted(databaseName(store)));
      lock.get();

      Awaitility.await()
          .untilAsserted(() ->
              assertThatThrownBy(() -> store.create(in(bin))).isInstanceOf(RefusedException.class));
      long count = store.bins().state(bin).itemCount();
      assertThatThrownBy(() -> store.create(in(bin))).isInstanceOf(RefusedException.class);
      assertThat(store.bins().state(bin).itemCount()).isEqualTo(count);
    }
  }

  private static String databaseName(TestLedger store) {
    String url = store.stores().settings().url();
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private static boolean waitsForAdvisoryLock(TestLedger store) {
    String waits = "select count(*) from pg_locks where locktype = 'advisory' and not granted";
    return store
            .database()
            .<Long>read(session -> session.client().sql(waits).query(Long.class).single())
        > 0;
  }
}
