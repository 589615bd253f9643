package org.openworkbin.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openworkbin.sql.Database;
import org.openworkbin.sql.Session;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

/** What clients are told while the store can't be written. */
class FullDiskServerTest {
  private static final String ADDRESS = "/api/v2" + Calls.TEAM_BIN;
  private static final String ITEM = "0001BaBFVPR20035";

  private DemoServer demo;
  private Calls calls;
  private TestClient ada;

  @BeforeEach
  void start() {
    demo = DemoServer.start();
    calls = new Calls(demo);
    ada = demo.client("ada");
  }

  @AfterEach
  void stop() {
    demo.close();
  }

  @Test
  void movesAreRefusedFor503UntilThereIsRoom() {
    pages(1);
    Reply refused = movedUntilRefused();

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.header("Retry-After")).isEqualTo("1");
    assertThat(refused.json().propertyNames())
        .containsExactlyInAnyOrder("statusCode", "statusMessage");

    pages(1_000_000_000);
    String operation = isParked() ? "PullChat" : "AddChat";
    calls.done("ada", Calls.TEAM_BIN, operation, ITEM);
    assertThat(isParked()).isEqualTo(operation.equals("AddChat"));
  }

  @Test
  void whatIsThereCanBeReadMeanwhile() {
    pages(1);
    long before = calls.revision("ada", Calls.TEAM_BIN);
    movedUntilRefused();
    long after = calls.revision("ada", Calls.TEAM_BIN);

    JsonNode reply =
        calls.get("ada", Calls.TEAM_BIN.replace("?", "/changes?") + "&since=" + before);
    assertThat(reply.get("changes").size()).isEqualTo((int) (after - before));
    assertThat(reply.get("revision").longValue()).isEqualTo(after);
  }

  @Test
  void aSubscriptionThatCannotBeKeptIsRefusedToo() {
    tellTheWriter("pragma query_only = on");
    Reply refused = ada.post(ADDRESS, "{\"operationName\":\"Subscribe\"}");

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.header("Retry-After")).isEqualTo("1");

    calls.done("ada", Calls.TEAM_BIN, "Subscribe");
  }

  /** Pulls and adds the same item until there is no room for that; some of it goes well first. */
  private Reply movedUntilRefused() {
    return Awaitility.await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(
            () -> {
              String operation = isParked() ? "PullChat" : "AddChat";
              return ada.post(
                  ADDRESS, "{\"operationName\":\"%s\",\"id\":\"%s\"}".formatted(operation, ITEM));
            },
            reply -> reply.status() != 200);
  }

  private boolean isParked() {
    return Calls.texts(calls.content("ada", Calls.TEAM_BIN).get("order")).contains(ITEM);
  }

  /** How many pages the file may have; never fewer than it has. */
  private void pages(long most) {
    tellTheWriter("pragma max_page_count = " + most);
  }

  private void tellTheWriter(String pragma) {
    demo.part(Database.class).write(session -> execute(session, pragma));
  }

  private static boolean execute(Session session, String sql) throws SQLException {
    try (Statement statement = session.connection().createStatement()) {
      return statement.execute(sql);
    }
  }
}
