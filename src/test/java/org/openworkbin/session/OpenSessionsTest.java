package org.openworkbin.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.PasswordHashing;
import org.openworkbin.directory.Setting;
import org.openworkbin.directory.User;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.PlainWebSocket;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

class OpenSessionsTest {
  private static final String ME = "/api/v2/me";
  private static final String NOTIFICATIONS = "/api/v2/notifications";
  private static final String HANDSHAKE =
      "[{\"channel\":\"/meta/handshake\",\"version\":\"1.0\","
          + "\"supportedConnectionTypes\":[\"long-polling\",\"websocket\"]}]";

  private static DemoServer demo;

  @BeforeAll
  static void start() {
    demo = DemoServer.start();
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @AfterEach
  void endAll() {
    for (String user : List.of("ada", "ben", "sue")) {
      delete(demo.client("admin"), "/api/v2/users/" + demo.user(user).value() + "/sessions");
    }
  }

  @Test
  void administratorsSeeWhoIsLoggedIn() {
    TestClient jar = demo.client().withCookies().with("User-Agent", "Desktop 7");
    jar.as("ada", "demo").get(ME);
    jar.post(NOTIFICATIONS, HANDSHAKE);

    List<JsonNode> adas = sessions("ada");

    assertThat(adas).hasSize(2);
    JsonNode http = adas.getFirst();
    JsonNode cometd = adas.getLast();
    assertThat(http.propertyNames())
        .containsExactly(
            "id",
            "kind",
            "userId",
            "userName",
            "since",
            "lastHeard",
            "address",
            "userAgent",
            "uri",
            "path");
    assertThat(http.get("kind").stringValue()).isEqualTo("http");
    assertThat(http.get("userId").stringValue()).isEqualTo(demo.user("ada").value());
    assertThat(http.get("userName").stringValue()).isEqualTo("ada");
    assertThat(http.get("address").stringValue()).isEqualTo("127.0.0.1");
    assertThat(http.get("userAgent").stringValue()).isEqualTo("Desktop 7");
    assertThat(http.get("uri").stringValue())
        .isEqualTo("http://localhost/api/v2/sessions/" + http.get("id").stringValue());
    assertThat(cometd.get("kind").stringValue()).isEqualTo("cometd");
    assertThat(cometd.get("transport").stringValue()).isEqualTo("long-polling");
    assertThat(cometd.get("httpSession")).isEqualTo(http.get("id"));
    assertThat(cometd.get("address").stringValue()).isEqualTo("127.0.0.1");
    assertThat(cometd.get("userAgent").stringValue()).isEqualTo("Desktop 7");
  }

  @Test
  void theListHasNoSecret() {
    TestClient jar = demo.client().withCookies();
    String cookie = jar.as("ada", "demo").get(ME).header("Set-Cookie");
    String secret = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
    String handshake = jar.post(NOTIFICATIONS, HANDSHAKE).text();
    String clientId = handshake.replaceAll(".*\"clientId\":\"([^\"]+)\".*", "$1");

    String list = demo.client("admin").get("/api/v2/sessions").text();

    assertThat(list).contains("\"ada\"").doesNotContain(secret).doesNotContain(clientId);
    for (JsonNode session : sessions("ada")) {
      String id = session.get("id").stringValue();
      assertThat(demo.client().with("Cookie", "JSESSIONID=" + id).get(ME).status()).isEqualTo(403);
    }
  }

  @Test
  void everybodySeesHisOwnAndNobodyElses() {
    demo.client("ada").get(ME);
    String ada = demo.user("ada").value();
    String adas = sessions("ada").getFirst().get("id").stringValue();

    assertThat(demo.client("ada").get("/api/v2/users/" + ada + "/sessions").code()).isZero();
    for (String other : List.of("ben", "sue")) {
      TestClient client = demo.client(other);
      assertThat(client.get("/api/v2/sessions").code()).isEqualTo(5);
      assertThat(client.get("/api/v2/users/" + ada + "/sessions").code()).isEqualTo(5);
      assertThat(delete(client, "/api/v2/users/" + ada + "/sessions").code()).isEqualTo(5);
      assertThat(delete(client, "/api/v2/sessions/" + adas).code()).isEqualTo(6);
    }
    assertThat(sessions("ada")).hasSize(1);
    assertThat(demo.client("admin").get("/api/v2/users/nobody/sessions").code()).isEqualTo(6);
    assertThat(delete(demo.client("admin"), "/api/v2/sessions/nothing").code()).isEqualTo(6);
  }

  @Test
  void whatIsEndedIsOverWithTheSocketsThatItsCookieOpened() throws Exception {
    TestClient jar = demo.client().withCookies();
    String cookie = jar.as("ada", "demo").get(ME).header("Set-Cookie").split(";", 2)[0];
    TestClient other = demo.client().withCookies();
    other.as("ada", "demo").get(ME);
    String first = sessions("ada").getFirst().get("id").stringValue();

    try (PlainWebSocket socket = new PlainWebSocket(port(), "Cookie", cookie);
        PlainWebSocket foreign = new PlainWebSocket(port(), "ben")) {
      socket.send(HANDSHAKE);
      assertThat(socket.read()).contains("\"successful\":true");
      foreign.send(HANDSHAKE);
      assertThat(foreign.read()).contains("\"successful\":true");

      assertThat(delete(demo.client("admin"), "/api/v2/sessions/" + first).code()).isZero();

      socket.awaitEnd();
      assertThat(jar.get(ME).status()).isEqualTo(403);
      assertThat(other.get(ME).status()).isEqualTo(200);
      assertThat(sessions("ben")).hasSize(1);
    }
  }

  @Test
  void aHandshakeOnASocketWhoseSessionWasEndedIsRefused() throws Exception {
    String cookie = demo.client("ada").get(ME).header("Set-Cookie").split(";", 2)[0];
    try (PlainWebSocket socket = new PlainWebSocket(port(), "Cookie", cookie)) {
      String id = sessions("ada").getFirst().get("id").stringValue();
      delete(demo.client("admin"), "/api/v2/sessions/" + id);

      socket.send(HANDSHAKE);

      assertThat(socket.read()).contains("\"successful\":false");
    }
  }

  @Test
  void aCometdSessionAloneCanBeEnded() {
    TestClient jar = demo.client().withCookies();
    jar.as("ada", "demo").get(ME);
    jar.post(NOTIFICATIONS, HANDSHAKE);
    String cometd = sessions("ada").getLast().get("id").stringValue();

    delete(jar, "/api/v2/sessions/" + cometd);

    assertThat(sessions("ada")).hasSize(1);
    assertThat(jar.get(ME).status()).isEqualTo(200);
  }

  @Test
  void whoIsDisabledForAWhileDoesNotGetHisOldSessionBack() throws Exception {
    TestClient jar = demo.client().withCookies();
    jar.as("ada", "demo").get(ME);
    User ada = demo.part(Directories.class).now().userNamed("ada").orElseThrow();

    try (PlainWebSocket socket = new PlainWebSocket(port(), "ada")) {
      socket.send(HANDSHAKE);
      assertThat(socket.read()).contains("\"successful\":true");
      demo.change(DirectoryChange.of(ada.enabled(false)));
      socket.awaitEnd();
    }
    await().until(() -> sessions("ada").isEmpty());
    demo.change(DirectoryChange.of(ada));

    assertThat(jar.get(ME).status()).isEqualTo(403);
    assertThat(demo.client("ada").get(ME).status()).isEqualTo(200);
  }

  @Test
  void anotherPasswordFromAnywhereEndsWhatTheOldOneOpened() throws Exception {
    TestClient jar = demo.client().withCookies();
    jar.as("ben", "demo").get(ME);

    try (PlainWebSocket socket = new PlainWebSocket(port(), "ben")) {
      socket.send(HANDSHAKE);
      assertThat(socket.read()).contains("\"successful\":true");
      demo.change(
          DirectoryChange.NONE.withPassword(
              demo.user("ben"), PasswordHashing.cheap().hash("demo")));
      socket.awaitEnd();
    }
    assertThat(jar.get(ME).status()).isEqualTo(403);
    assertThat(demo.client("ben").get(ME).status()).isEqualTo(200);
  }

  @Test
  void theContactCentresOwnOriginsAreInForceAtOnce() {
    TestClient page = demo.client("ada").with("Origin", "https://blue.example.com");
    assertThat(page.get(ME).header("Access-Control-Allow-Origin")).isEmpty();

    demo.change(
        DirectoryChange.of(
            new Setting(
                "access-control", "allowedOrigins", "[\"https://*.example.com\",\"*\",7]")));

    assertThat(page.get(ME).header("Access-Control-Allow-Origin"))
        .isEqualTo("https://blue.example.com");
    assertThat(
            page.with("Origin", "https://example.org")
                .get(ME)
                .header("Access-Control-Allow-Origin"))
        .isEmpty();

    demo.change(DirectoryChange.removing(Setting.key("access-control", "allowedOrigins")));
    assertThat(page.get(ME).header("Access-Control-Allow-Origin")).isEmpty();
  }

  private static List<JsonNode> sessions(String user) {
    Reply reply =
        demo.client("admin").get("/api/v2/users/" + demo.user(user).value() + "/sessions");
    return List.copyOf(reply.json().get("sessions").values());
  }

  private static Reply delete(TestClient client, String path) {
    return client.send("DELETE", path, BodyPublishers.noBody(), Map.of());
  }

  private static int port() {
    return Integer.parseInt(demo.url().substring(demo.url().lastIndexOf(':') + 1));
  }
}
