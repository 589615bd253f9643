package org.openworkbin.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.Stores;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;
import org.openworkbin.testing.TestPostgres;

/** What clients are told while the database is not there. */
class StoreAwayTest {
  private static final String CONTENT = "/api/v2" + Calls.TEAM_BIN + "&subresources=*";
  private static final String PULL = "{\"operationName\":\"PullChat\",\"id\":\"0001BaBFVPR20035\"}";

  @Test
  void listsGoOnAndContentIsNotAvailable(@TempDir Path folder) throws IOException {
    try (TestPostgres postgres = TestPostgres.in(folder);
        DemoServer demo =
            DemoServer.start(
                Stores.fresh(postgres), Map.of("open-workbin.database.reader-wait", "500ms"))) {
      TestClient ada = demo.client("ada");
      assertThat(ada.get(CONTENT).status()).isEqualTo(200);

      postgres.stop();

      Reply list = ada.get("/api/v2/workbins?fields=*");
      assertThat(list.status()).as(list.text()).isEqualTo(200);
      assertThat(list.json().get("workbins")).hasSize(4);
      assertNotAvailable(ada.get(CONTENT));
      assertNotAvailable(ada.post("/api/v2" + Calls.TEAM_BIN, PULL));

      postgres.startAgain();

      Awaitility.await()
          .untilAsserted(
              () -> assertThat(ada.post("/api/v2" + Calls.TEAM_BIN, PULL).status()).isEqualTo(200));
    }
  }

  private static void assertNotAvailable(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(503);
    assertThat(reply.code()).isEqualTo(4);
    assertThat(reply.header("Retry-After")).isEqualTo("1");
  }
}
