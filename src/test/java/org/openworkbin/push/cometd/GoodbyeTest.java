package org.openworkbin.push.cometd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cometd.server.BayeuxServerImpl;
import org.cometd.server.ServerSessionImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openworkbin.push.Attendance;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.PlainWebSocket;
import org.openworkbin.testing.SettableClock;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

/** What becomes of notifications when their user goes home. */
class GoodbyeTest {
  private static final String ADDRESS = "/api/v2/notifications";
  private static final String START = "{\"operationName\":\"StartContactCenterSession\"}";
  private static final String END = "{\"operationName\":\"EndContactCenterSession\"}";
  private static final String CONNECT =
      "[{\"channel\":\"/meta/connect\",\"clientId\":\"%s\",\"connectionType\":\"%s\"}]";
  private static final String DISCONNECT =
      "[{\"channel\":\"/meta/disconnect\",\"clientId\":\"%s\"}]";

  private static DemoServer demo;

  @BeforeAll
  static void start() {
    demo = DemoServer.start();
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @Test
  void aHeldPollIsAnsweredWithWhatWaitsAndNotToComeBack() throws Exception {
    RawClient ada = connected("ada");
    demo.client("ada").post("/api/v2/me", START.replace("}", ",\"channels\":[\"chat\"]}"));
    ada.receive(1);

    List<JsonNode> last;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long idle = cycle(ada.clientId());
      Future<List<JsonNode>> held = threads.submit(ada::connect);
      awaitHeld(ada.clientId(), idle);
      assertThat(demo.client("ada").post("/api/v2/me", END).text()).isEqualTo("{\"statusCode\":0}");
      last = held.get();
    }

    assertThat(last)
        .extracting(message -> message.path("channel").stringValue())
        .containsOnlyOnce("/meta/connect")
        .doesNotContain("/meta/disconnect")
        .contains("/v2/me/channels");
    JsonNode reply = last.getLast();
    assertThat(reply.path("successful").booleanValue()).isTrue();
    assertThat(reply.at("/advice/reconnect").stringValue()).isEqualTo("none");
  }

  @Test
  void goodbyeIsStillValidAndNoSessionAppearsAgain() {
    RawClient ada = connected("ada");
    demo.client("ada").post("/api/v2/me", START);
    demo.client("ada").post("/api/v2/me", END);

    JsonNode again = ada.connect().getFirst();
    assertThat(again.path("successful").booleanValue()).isFalse();
    assertThat(again.at("/advice/reconnect").stringValue()).isEqualTo("none");
    JsonNode bye = ada.exchange(DISCONNECT.formatted(ada.clientId())).getFirst();
    assertThat(bye.path("successful").booleanValue()).isTrue();
    assertThat(bye.has("error")).isFalse();
    assertThat(ada.subscribe("/v2/me/channels").path("successful").booleanValue()).isFalse();
    assertThat(demo.part(BayeuxServerImpl.class).getSession(ada.clientId())).isNull();
    assertThat(demo.part(Attendance.class).isPresent(demo.user("ada"))).isFalse();
  }

  @Test
  void anotherUserStaysAndTheSameMayComeBackByAHandshake() {
    RawClient ada = connected("ada");
    RawClient ben = connected("ben");
    demo.client("ada").post("/api/v2/me", END);

    assertThat(ben.subscribe("/v2/me/chats").path("successful").booleanValue()).isTrue();
    assertThat(ada.handshake().path("successful").booleanValue()).isTrue();
    assertThat(ada.subscribe("/v2/me/chats").path("successful").booleanValue()).isTrue();
    demo.client("ada").post("/api/v2/me", END);
  }

  @Test
  void whoDisconnectedBeforeCanEndHisSession() {
    RawClient ada = connected("ada");
    demo.client("ada").post("/api/v2/me", START);
    ada.exchange(DISCONNECT.formatted(ada.clientId()));

    assertThat(demo.client("ada").post("/api/v2/me", END).text()).isEqualTo("{\"statusCode\":0}");
    assertThat(demo.client("ada").post("/api/v2/me", END).text()).isEqualTo("{\"statusCode\":0}");
  }

  @Test
  void whoLostHisCookieWithTheSessionMaySayGoodbyeAndNothingElse() {
    TestClient jar = demo.client().withCookies();
    jar.as("ada", "demo").post("/api/v2/me", START);
    String id =
        jar.post(
                ADDRESS,
                "[{\"channel\":\"/meta/handshake\",\"version\":\"1.0\","
                    + "\"supportedConnectionTypes\":[\"long-polling\"]}]")
            .json()
            .at("/0/clientId")
            .stringValue();
    jar.post("/api/v2/me", END);
    assertThat(jar.get("/api/v2/me").status()).isEqualTo(403);

    Reply connect = jar.post(ADDRESS + "/connect", CONNECT.formatted(id, "long-polling"));
    assertThat(connect.json().at("/0/advice/reconnect").stringValue()).isEqualTo("none");
    Reply bye = jar.post(ADDRESS + "/disconnect", DISCONNECT.formatted(id));
    assertThat(bye.json().at("/0/successful").booleanValue()).isTrue();

    String subscribe = "[{\"channel\":\"/meta/subscribe\",\"clientId\":\"%s\"}]".formatted(id);
    for (String other :
        List.of(
            subscribe,
            DISCONNECT.formatted("unknown"),
            "[{\"channel\":\"/meta/handshake\"}]",
            "[{\"channel\":\"/meta/disconnect\"}]",
            "{",
            "[]")) {
      Reply refused = jar.post(ADDRESS, other);
      assertThat(refused.status()).as(other).isEqualTo(403);
      assertThat(refused.code()).isEqualTo(20);
    }
    assertThat(jar.send("GET", ADDRESS, BodyPublishers.noBody(), Map.of()).status()).isEqualTo(403);
  }

  @Test
  void aWebSocketIsToldAndLeftToItsClient() throws IOException {
    try (PlainWebSocket socket = new PlainWebSocket(URI.create(demo.url()).getPort(), "ada")) {
      socket.send("[{\"channel\":\"/meta/handshake\",\"version\":\"1.0\"}]");
      String id = RawClient.json(socket.read()).at("/0/clientId").stringValue();
      socket.send(CONNECT.formatted(id, "websocket"));
      socket.read();
      long idle = cycle(id);
      socket.send(CONNECT.formatted(id, "websocket"));
      awaitHeld(id, idle);

      demo.client("ada").post("/api/v2/me", END);

      JsonNode held = RawClient.json(socket.read()).get(0);
      assertThat(held.path("channel").stringValue()).isEqualTo("/meta/connect");
      assertThat(held.at("/advice/reconnect").stringValue()).isEqualTo("none");
      socket.send(CONNECT.formatted(id, "websocket"));
      assertThat(RawClient.json(socket.read()).at("/0/advice/reconnect").stringValue())
          .isEqualTo("none");
      socket.send(DISCONNECT.formatted(id));
      assertThat(RawClient.json(socket.read()).at("/0/successful").booleanValue()).isTrue();
    }
  }

  @Test
  void aHeldPollIsActivityOfTheSessionOfItsCookie() {
    SettableClock clock = new SettableClock();
    Map<String, String> settings = Map.of("open-workbin.push.hold", "100ms");
    try (DemoServer quiet = DemoServer.start(Dialect.SQLITE, settings, clock)) {
      TestClient jar = quiet.client().withCookies();
      jar.as("ada", "demo").get("/api/v2/me");
      String id =
          jar.post(ADDRESS, "[{\"channel\":\"/meta/handshake\",\"version\":\"1.0\"}]")
              .json()
              .at("/0/clientId")
              .stringValue();
      for (int poll = 0; poll < 4; poll++) {
        clock.advance(Duration.ofMinutes(20));
        assertThat(
                jar.post(ADDRESS, CONNECT.formatted(id, "long-polling"))
                    .json()
                    .at("/0/successful")
                    .booleanValue())
            .isTrue();
      }

      assertThat(jar.get("/api/v2/me").status()).isEqualTo(200);
      clock.advance(Duration.ofMinutes(30));
      assertThat(jar.get("/api/v2/me").status()).isEqualTo(403);
    }
  }

  private static RawClient connected(String user) {
    return RawClient.withoutCookies(demo.url() + ADDRESS, user).connected("/v2/me/*");
  }

  private static void awaitHeld(String clientId, long idle) {
    await().until(() -> cycle(clientId) != idle);
  }

  private static long cycle(String clientId) {
    return ((ServerSessionImpl) demo.part(BayeuxServerImpl.class).getSession(clientId))
        .getMetaConnectCycle();
  }
}
