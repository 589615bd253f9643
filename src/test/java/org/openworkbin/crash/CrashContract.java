package org.openworkbin.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.Stores;

/**
 * What a server leaves behind when it is killed or told to stop while a crowd is at work. All tests
 * use one store, one after another, and its history is that of all.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CrashContract {
  private static final int ROUNDS = 3;
  private static final int FEWEST_MOVES = 150;
  private static final int MORE_MOVES = 500;

  private final long seed = Long.getLong("crash.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final History history = new History();
  private CrashedStore store;

  abstract Dialect dialect();

  @BeforeAll
  void load() throws IOException, InterruptedException {
    System.out.println("Again with -Dcrash.seed=" + seed);
    store = CrashedStore.on(Stores.fresh(dialect()));
  }

  @AfterAll
  void remove() {
    store.close();
  }

  @Test
  void killedServerKeepsWhatItAcknowledged() throws InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      try (ServerProcess server = serveOnWhatIsLeft()) {
        Crowd crowd = Crowd.start(server.url(), history, random.nextLong());
        crowd.awaitAnswers(200, FEWEST_MOVES + random.nextInt(MORE_MOVES));
        server.kill();
        crowd.awaitEnd();
        assertThat(crowd.unexpected()).isEmpty();
      }
      store.audit(history).everythingFits();
    }
    try (ServerProcess server = serveOnWhatIsLeft()) {
      server.kill();
    }
    store.audit(history).everythingFits();
    assertThat(store.check().output()).isEqualTo("Configuration and store are sound.");
  }

  @Test
  void terminatedServerTellsWhatItHasDecided() throws InterruptedException {
    try (ServerProcess server = serveOnWhatIsLeft()) {
      List<Request> before = history.requests();
      Crowd crowd = Crowd.start(server.url(), history, random.nextLong());
      crowd.awaitAnswers(200, FEWEST_MOVES);
      server.terminate();
      crowd.awaitEnd();

      assertThat(server.awaitEnd().code()).as(server.output()).isEqualTo(128 + 15);
      assertThat(crowd.unexpected()).isEmpty();
      Audit audit = store.audit(history);
      audit.everythingFits();
      assertThat(audit.unacknowledged())
          .allMatch(entry -> before.stream().anyMatch(request -> Audit.isEffectOf(entry, request)));
    }
  }

  @Test
  void secondServerIsRefused() throws InterruptedException {
    try (ServerProcess _ = serveOnWhatIsLeft()) {
      ServerProcess.Ended second =
          ServerProcess.run(List.of("serve", "--port=0"), store.settings());

      assertThat(second.code()).as(second.output()).isEqualTo(1);
      assertThat(second.output().lines())
          .hasSize(1)
          .allMatch(line -> line.startsWith("The store is in use by another process"));
    }
  }

  private ServerProcess serveOnWhatIsLeft() {
    ServerProcess server = store.serve();
    Repeats.send(history, server.url());
    return server;
  }
}
