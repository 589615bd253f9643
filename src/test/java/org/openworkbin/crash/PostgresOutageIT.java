package org.openworkbin.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openworkbin.testing.Stores;
import org.openworkbin.testing.TestPostgres;

/** PostgreSQL dies in several ways under a server at work, and comes back. */
@Timeout(300)
class PostgresOutageIT {
  private static final int MOVES = 200;
  private static final int REFUSALS = 30;

  @TempDir private Path folder;

  @Test
  void serverGoesOnWhenPostgresIsBack() throws IOException, InterruptedException {
    History history = new History();
    try (TestPostgres postgres = TestPostgres.in(folder);
        CrashedStore store = CrashedStore.on(Stores.fresh(postgres));
        ServerProcess server = store.serve()) {
      Crowd crowd = Crowd.start(server.url(), history, 1);
      crowd.awaitAnswers(200, MOVES);

      postgres.kill();
      crowd.awaitAnswers(503, REFUSALS);
      postgres.startAgain();
      crowd.awaitAnswers(200, MOVES);

      postgres.killBackend("open-workbin writer");
      crowd.awaitAnswers(200, MOVES);

      postgres.stopAtOnce();
      crowd.awaitAnswers(503, REFUSALS);
      postgres.startAgain();
      crowd.awaitAnswers(200, MOVES);

      crowd.stop();
      assertThat(crowd.unexpected()).isEmpty();
      assertThat(history.requests()).noneMatch(history::isOpen);
      Repeats.send(history, server.url());
      server.kill();
      store.audit(history).everythingFits();
      assertThat(store.check().output()).isEqualTo("Configuration and store are sound.");
    }
  }
}
