package org.openworkbin.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openworkbin.id.BinId;
import org.openworkbin.ledger.Medium;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.PlainWebSocket;
import org.openworkbin.testing.PushClient;
import org.openworkbin.testing.PushClient.Carrier;
import org.openworkbin.testing.PushClient.Heard;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

/** What an administrator changes is in force at once, on every session that is open. */
class AdministrationAtOnceTest {
  private static final String GROUPS = "/api/v2/platform/configuration/agent-groups";
  private static final String PERSONS = "/api/v2/platform/configuration/persons";

  private DemoServer demo;
  private Calls calls;
  private TestClient admin;

  @BeforeEach
  void start() {
    demo = DemoServer.start();
    calls = new Calls(demo);
    admin = demo.client("admin");
  }

  @AfterEach
  void stop() {
    demo.close();
  }

  @ParameterizedTest
  @EnumSource(Carrier.class)
  void whoIsTakenOutOfAGroupIsToldAtOnceAndSeesAndHearsNoMore(Carrier carrier) {
    try (PushClient ben = PushClient.listen(demo, carrier, "ben", "/**")) {
      calls.done("ben", Calls.TEAM_BIN, "Subscribe");
      ben.all();

      changeTeam("deletedAgentDBIDs", "ben");
      Heard told = ben.next();
      String later = demo.park(Medium.CHAT, demo.teamBin());

      assertThat(told.data())
          .isEqualTo(
              Calls.json(
                  "{'messageType':'WorkbinSubscriptionStateChangeMessage','id':'"
                      + Calls.TEAM
                      + "','agentGroup':'MyAgentGroup','stateResource':'Unsubscribed'}"));
      assertThat(demo.client("ben").get("/api/v2" + Calls.TEAM_BIN).status()).isEqualTo(403);
      Reply pull =
          calls.post(
              "ben", Calls.TEAM_BIN, "{\"operationName\":\"PullChat\",\"id\":\"" + later + "\"}");
      assertThat(pull.status()).isEqualTo(403);
      assertThat(ben.all()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Carrier.class)
  void whoIsPutIntoAGroupGetsItsBinWithHisStandingSubscription(Carrier carrier) {
    try (PushClient dan = PushClient.listen(demo, carrier, "dan", "/v2/me/*")) {
      calls.done("dan", "/me/workbins", "Subscribe");
      dan.all();

      changeTeam("addedAgentDBIDs", "dan");
      Heard gained = dan.next();
      demo.park(Medium.CHAT, demo.teamBin());
      Heard added = dan.next();

      assertThat(gained.data().path("stateResource").asString()).isEqualTo("Subscribed");
      assertThat(gained.data().path("agentGroup").asString()).isEqualTo("MyAgentGroup");
      assertThat(added.data().path("action").asString()).isEqualTo("ItemAdded");
    }
  }

  @Test
  void aRenamedGroupKeepsItsBinsAndWhoWatchesThem() {
    BinId bin = demo.teamBin();
    String item = demo.park(Medium.CHAT, bin);
    try (PushClient ben = PushClient.listen(demo, Carrier.WEBSOCKET, "ben", "/**")) {
      calls.done("ben", Calls.TEAM_BIN, "Subscribe");
      ben.all();

      Reply renamed = admin.put(GROUPS + "/" + team(), "{\"name\":\"Journeys\"}");
      String later = demo.park(Medium.CHAT, bin);
      Heard added = ben.next();

      assertThat(renamed.code()).isZero();
      assertThat(added.data().path("action").asString()).isEqualTo("ItemAdded");
      assertThat(added.data().path("agentGroup").asString()).isEqualTo("Journeys");
      JsonNode content =
          calls.content("ben", "/me/workbins/" + Calls.TEAM + "?agentGroup=Journeys");
      assertThat(content.path("chats"))
          .extracting(chat -> chat.path("id").asString())
          .contains(item, later);
      assertThat(demo.client("ben").get("/api/v2" + Calls.TEAM_BIN).status()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void sessionsAndSocketsOfWhoIsDisabledOrRemovedClose(boolean removed) throws Exception {
    TestClient cookies = demo.client().withCookies();
    assertThat(cookies.as("ben", "demo").get("/api/v2/me").status()).isEqualTo(200);
    assertThat(cookies.get("/api/v2/me").status()).isEqualTo(200);
    String ben = "/api/v2/users/" + demo.user("ben").value();
    try (PlainWebSocket socket = new PlainWebSocket(URI.create(demo.url()).getPort(), "ben")) {
      socket.send(
          "[{\"channel\":\"/meta/handshake\",\"id\":\"1\",\"version\":\"1.0\","
              + "\"supportedConnectionTypes\":[\"websocket\"]}]");
      assertThat(socket.read()).contains("\"successful\":true");

      Reply reply = removed ? admin.delete(ben) : admin.put(ben, "{\"enabled\":false}");

      assertThat(reply.code()).isZero();
      assertThat(cookies.get("/api/v2/me").status()).isEqualTo(403);
      assertThat(demo.client("ben").get("/api/v2/me").status()).isEqualTo(403);
      socket.awaitEnd();
    }
  }

  @Test
  void nothingOfWhoIsRemovedIsLost() {
    String pulled = demo.park(Medium.CHAT, demo.teamBin());
    String own = demo.park(Medium.EMAIL, demo.bensBin());
    calls.done("ben", Calls.TEAM_BIN, "PullChat", pulled);
    Reply created =
        calls.post(
            "ben", "/me/workitems", "{\"operationName\":\"Create\",\"mediaType\":\"workitem\"}");
    String inHand = created.header("Workbin-Item");
    assertThat(inHand).as(created.text()).isNotEmpty();

    assertThat(admin.delete("/api/v2/users/" + demo.user("ben").value()).code()).isZero();

    await()
        .untilAsserted(() ->
            assertThat(calls.content("ada", Calls.TEAM_BIN).path("chats"))
                .extracting(chat -> chat.path("id").asString())
                .contains(pulled));
    await().untilAsserted(() -> assertThat(leftBehind()).contains(own, inHand));
    for (String item : leftBehind()) {
      Reply moved =
          calls.post(
              "admin",
              Calls.TEAM_BIN,
              "{\"operationName\":\"AddInteraction\",\"id\":\"%s\"}".formatted(item));
      assertThat(moved.code()).as(moved.text()).isZero();
    }
    assertThat(calls.get("admin", "/workbins/orphaned").path("workbins")).isEmpty();
  }

  /** The ids of all that lies in bins that nobody comes to. */
  private List<String> leftBehind() {
    return calls
        .get("admin", "/workbins/orphaned")
        .path("workbins")
        .valueStream()
        .map(bin -> bin.path("uri").asString().replaceFirst(".*/api/v2", ""))
        .map(path -> calls.content("admin", path).path("order"))
        .flatMap(order -> Calls.texts(order).stream())
        .toList();
  }

  private void changeTeam(String delta, String user) {
    Reply persons = admin.get(PERSONS + "?user_name=%22" + user + "%22");
    String dbid = persons.json().path("persons").get(0).path("DBID").asString();
    Reply changed = admin.put(GROUPS + "/" + team(), "{\"%s\":[\"%s\"]}".formatted(delta, dbid));
    assertThat(changed.code()).as(changed.text()).isZero();
  }

  private String team() {
    return admin
        .get(GROUPS + "?name=%22MyAgentGroup%22")
        .json()
        .path("agent-groups")
        .get(0)
        .path("DBID")
        .asString();
  }
}
