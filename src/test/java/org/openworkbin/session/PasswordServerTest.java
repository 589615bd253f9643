package org.openworkbin.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.PasswordHashing;
import org.openworkbin.directory.Passwords;
import org.openworkbin.directory.Seats;
import org.openworkbin.directory.User;
import org.openworkbin.http.Caller;
import org.openworkbin.id.UserId;
import org.openworkbin.refusal.RefusedException;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.PlainWebSocket;
import org.openworkbin.testing.PushClient;
import org.openworkbin.testing.PushClient.Carrier;
import org.openworkbin.testing.PushClient.Heard;
import org.openworkbin.testing.SettableClock;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;

class PasswordServerTest {
  private static final String ME = "/api/v2/me";
  private static final String LIST = "/api/v2/workbins?fields=*";
  private static final String NOTIFICATIONS = "/api/v2/notifications";
  private static final String NEW = "a new p\u00e4ssword";
  private static final String LOGOUT = "{\"operationName\":\"Logout\"}";
  private static final String HANDSHAKE =
      "[{\"channel\":\"/meta/handshake\",\"version\":\"1.0\","
          + "\"supportedConnectionTypes\":[\"long-polling\",\"websocket\"]}]";

  private DemoServer demo;

  @BeforeEach
  void start() {
    demo = DemoServer.start(Dialect.SQLITE, Map.of(), new SettableClock());
  }

  @AfterEach
  void stop() {
    demo.close();
  }

  @Test
  void theNewPasswordIsInForceAtOnceAndTheOldOneNoMore() {
    assertThat(demo.client("ada").get(ME).status()).isEqualTo(200);

    Reply changed = demo.client("ada").post(ME, change("demo", NEW));

    assertThat(changed.text()).isEqualTo("{\"statusCode\":0}");
    assertThat(demo.client("ada").get(ME).code()).isEqualTo(20);
    assertThat(demo.client().as("ada", NEW).get(ME).status()).isEqualTo(200);
    demo.restart();
    assertThat(demo.client().as("ada", NEW).get(ME).status()).isEqualTo(200);
    assertThat(demo.client("ada").get(ME).code()).isEqualTo(20);
  }

  @Test
  void thePresentSessionGoesOnAndAllOthersOfTheUserEnd() throws Exception {
    TestClient present = loggedIn("ada");
    TestClient other = loggedIn("ada");
    TestClient bens = loggedIn("ben");
    present.post(NOTIFICATIONS, HANDSHAKE);
    try (PlainWebSocket socket = new PlainWebSocket(port(), "ada")) {
      socket.send(HANDSHAKE);
      assertThat(socket.read()).contains("\"successful\":true");

      assertThat(present.post(ME, change("demo", NEW)).code()).isZero();

      socket.awaitEnd();
    }
    assertThat(present.get(ME).status()).isEqualTo(200);
    assertThat(present.get(ME).status()).isEqualTo(200);
    assertThat(other.get(ME).status()).isEqualTo(403);
    assertThat(bens.get(ME).status()).isEqualTo(200);
    assertThat(demo.part(OpenSessions.class).all())
        .filteredOn(session -> session.user().equals(demo.user("ada")))
        .hasSize(2);
  }

  @Test
  void heIsToldWhatBecameOfIt() {
    TestClient jar = demo.client().withCookies();
    jar.as("ada", "demo").get(ME);
    try (PushClient ada = PushClient.listen(demo, Carrier.LONG_POLLING, "ada", "/v2/me")) {
      Reply wrong = jar.post(ME, change("wrong", NEW));
      assertThat(wrong.status()).isEqualTo(400);
      assertThat(wrong.code()).isEqualTo(2);
      Heard first = ada.next();
      assertThat(first.channel()).isEqualTo("/v2/me");
      assertThat(first.data().propertyNames())
          .containsExactlyInAnyOrder(
              "messageType", "notificationType", "errorCode", "errorMessage");
      assertThat(first.data().get("notificationType").stringValue())
          .isEqualTo("PasswordChangeError");
      assertThat(first.data().get("errorCode").intValue()).isEqualTo(2);

      Reply shorter = jar.post(ME, change("demo", "short"));
      assertThat(shorter.status()).isEqualTo(400);
      assertThat(shorter.code()).isEqualTo(10);
      assertThat(ada.next().data().get("errorCode").intValue()).isEqualTo(1);
    }
    assertThat(demo.client("ada").get(ME).status()).isEqualTo(200);
  }

  @Test
  void hisPresentSessionHearsOfItsSuccess() throws Exception {
    String cookie = demo.client("ada").get(ME).header("Set-Cookie").split(";", 2)[0];
    try (PlainWebSocket socket = new PlainWebSocket(port(), "Cookie", cookie)) {
      socket.send(HANDSHAKE);
      String clientId = socket.read().replaceAll(".*\"clientId\":\"([^\"]+)\".*", "$1");
      socket.send(
          "[{\"channel\":\"/meta/subscribe\",\"clientId\":\"%s\",\"subscription\":\"/v2/me\"}]"
              .formatted(clientId));
      assertThat(socket.read()).contains("\"successful\":true");

      demo.client().with("Cookie", cookie).post(ME, change("demo", NEW));

      assertThat(socket.read())
          .contains("\"notificationType\":\"PasswordChangeSuccessful\"")
          .contains("\"channel\":\"/v2/me\"");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "short", "1234567", "demo", "cleopatra-of-egypt", "CLEOPATRA-OF-EGYPT"})
  void aPasswordThatBreaksTheRulesChangesNothing(String password) {
    User cleo = demo.part(Directories.class).now().userNamed("cleo").orElseThrow();
    demo.change(
        DirectoryChange.of(
            new User(
                cleo.id(),
                "cleopatra-of-egypt",
                "",
                "",
                "",
                cleo.roles(),
                true,
                false,
                cleo.defaultPlace())));
    TestClient client = demo.client("cleopatra-of-egypt");

    assertThat(client.post(ME, change("demo", password)).status()).isEqualTo(400);
    assertThat(client.get(ME).status()).isEqualTo(200);
  }

  @Test
  void aPasswordHasLengthsAndDiffersFromTheOldOne() {
    TestClient ada = demo.client("ada");

    assertThat(ada.post(ME, change("demo", "x".repeat(257))).code()).isEqualTo(10);
    assertThat(ada.post(ME, change("demo", "bell\\u0007bell")).code()).isEqualTo(10);
    assertThat(ada.post(ME, change("demo", "x".repeat(256))).code()).isZero();
    TestClient again = demo.client().as("ada", "x".repeat(256));
    assertThat(again.post(ME, change("x".repeat(256), "x".repeat(256))).code()).isEqualTo(10);
  }

  @Test
  void guessingTheOldPasswordIsSlowedDown() {
    TestClient jar = loggedIn("ada");
    for (int i = 0; i < 5; i++) {
      assertThat(jar.post(ME, change("wrong", NEW)).status()).isEqualTo(400);
    }

    assertThat(jar.post(ME, change("demo", NEW)).status()).isEqualTo(429);
  }

  @Test
  void ofTwoChangesAtOnceOneWins() throws Exception {
    TestClient ada = demo.client("ada");
    CountDownLatch gate = new CountDownLatch(1);
    List<Future<Integer>> codes = new ArrayList<>();
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 4; i++) {
        String mine = NEW + i;
        codes.add(
            crowd.submit(() -> {
              gate.await();
              return ada.post(ME, change("demo", mine)).code();
            }));
      }
      gate.countDown();
    }

    int winners = 0;
    for (int i = 0; i < codes.size(); i++) {
      boolean won = codes.get(i).get() == 0;
      winners += won ? 1 : 0;
      String hash = demo.part(Passwords.class).hashOf(demo.user("ada")).orElseThrow();
      assertThat(PasswordHashing.strong().matches(NEW + i, hash)).isEqualTo(won);
    }
    assertThat(winners).isEqualTo(1);
  }

  @Test
  void administratorsChangeItForOthersAndWhoLooksAfterThemIsTold() throws Exception {
    TestClient adas = loggedIn("ada");
    try (PushClient sue = PushClient.listen(demo, Carrier.LONG_POLLING, "sue", "/**");
        PushClient dan = PushClient.listen(demo, Carrier.WEBSOCKET, "dan", "/**");
        PlainWebSocket socket = new PlainWebSocket(port(), "ada")) {
      socket.send(HANDSHAKE);
      assertThat(socket.read()).contains("\"successful\":true");

      demo.part(PasswordChanges.class)
          .byAdministrator(admin(), demo.user("ada"), NEW, _ -> DirectoryChange.NONE);

      socket.awaitEnd();
      assertThat(adas.get(ME).status()).isEqualTo(403);
      assertThat(demo.client().as("ada", NEW).get(ME).status()).isEqualTo(200);
      Heard told = sue.next();
      assertThat(told.channel()).isEqualTo("/v2/users");
      assertThat(told.data().propertyNames())
          .containsExactlyInAnyOrder("messageType", "notificationType", "userId", "userUri");
      assertThat(told.data().get("notificationType").stringValue())
          .isEqualTo("PasswordChangeSuccessful");
      String ada = demo.user("ada").value();
      assertThat(told.data().get("userId").stringValue()).isEqualTo(ada);
      assertThat(told.data().get("userUri").stringValue())
          .isEqualTo("http://localhost/api/v2/users/" + ada);
      assertThat(dan.all()).noneMatch(heard -> heard.channel().equals("/v2/users"));

      assertThatThrownBy(() ->
              demo.part(PasswordChanges.class)
                  .byAdministrator(admin(), demo.user("ada"), "short", _ -> DirectoryChange.NONE))
          .isInstanceOf(RefusedException.class);
      assertThat(sue.next().data().get("errorCode").intValue()).isEqualTo(1);
    }
  }

  @Test
  void whoHasToChangeItDoesNothingElse() {
    TestClient jar = loggedIn("ben");
    mustChange("ben");

    assertThat(jar.get(ME + "/?subresources=*").status()).isEqualTo(200);
    assertThat(jar.get("/api/v2/diagnostics/version").status()).isEqualTo(200);
    for (TestClient ben : List.of(jar, demo.client("ben"))) {
      assertCode8(ben.get(LIST));
      assertCode8(ben.get("/api/v2/no/such/thing"));
      assertCode8(ben.post(ME, "{\"operationName\":\"StartContactCenterSession\"}"));
      assertCode8(ben.post(NOTIFICATIONS, HANDSHAKE));
      assertThat(ben.post(ME, "{}").code()).isEqualTo(1);
    }
    assertThat(jar.post(ME, change("demo", "short")).code()).isEqualTo(10);
    assertCode8(jar.get(LIST));

    assertThat(jar.post(ME, change("demo", NEW)).code()).isZero();

    assertThat(jar.get(LIST).status()).isEqualTo(200);
    assertThat(jar.get(ME).json().at("/user/changePasswordOnFirstLogin").booleanValue()).isFalse();
    assertThat(demo.client().as("ben", NEW).post(NOTIFICATIONS, HANDSHAKE).text())
        .contains("\"successful\":true");
  }

  @Test
  void whoHasToChangeItFromNowOnHearsNothingAnyMore() throws Exception {
    try (PlainWebSocket socket = new PlainWebSocket(port(), "ben")) {
      socket.send(HANDSHAKE);
      assertThat(socket.read()).contains("\"successful\":true");

      mustChange("ben");

      socket.awaitEnd();
    }
  }

  @Test
  void whoHasToChangeItCanLogOut() {
    TestClient jar = loggedIn("ben");
    mustChange("ben");

    assertThat(jar.post(ME, LOGOUT).code()).isZero();
    assertThat(jar.get(ME).status()).isEqualTo(403);
  }

  @Test
  void logOutEndsTheSessionThatTheRequestCameWithAndNoOther() throws Exception {
    String cookie = demo.client("ada").get(ME).header("Set-Cookie").split(";", 2)[0];
    TestClient jar = demo.client().with("Cookie", cookie);
    TestClient other = loggedIn("ada");
    demo.client("ada").post(ME, "{\"operationName\":\"StartContactCenterSession\"}");
    try (PlainWebSocket socket = new PlainWebSocket(port(), "Cookie", cookie)) {
      socket.send(HANDSHAKE);
      assertThat(socket.read()).contains("\"successful\":true");

      Reply reply = jar.post(ME, LOGOUT);

      assertThat(reply.text()).isEqualTo("{\"statusCode\":0}");
      assertThat(reply.header("Set-Cookie")).startsWith("JSESSIONID=;").endsWith("; Max-Age=0");
      socket.awaitEnd();
    }
    assertThat(jar.get(ME).status()).isEqualTo(403);
    assertThat(other.get(ME).status()).isEqualTo(200);
    assertThat(demo.part(Seats.class).hasSession(demo.user("ada")))
        .as("whether the contact-centre session goes on")
        .isTrue();
    assertThat(demo.client("ada").post(ME, LOGOUT).code()).isZero();
  }

  private void mustChange(String userName) {
    User user = demo.part(Directories.class).now().userNamed(userName).orElseThrow();
    demo.change(DirectoryChange.of(user.withChangeOfPassword(true)));
  }

  private TestClient loggedIn(String user) {
    TestClient jar = demo.client().withCookies();
    jar.as(user, "demo").get(ME);
    return jar;
  }

  private Caller admin() {
    UserId id = demo.user("admin");
    return new Caller() {
      @Override
      public UserId id() {
        return id;
      }

      @Override
      public String userName() {
        return "admin";
      }
    };
  }

  private int port() {
    return Integer.parseInt(demo.url().substring(demo.url().lastIndexOf(':') + 1));
  }

  private static String change(String old, String fresh) {
    return "{\"operationName\":\"ChangePassword\",\"oldPassword\":\"%s\",\"newPassword\":\"%s\"}"
        .formatted(old, fresh);
  }

  private static void assertCode8(Reply reply) {
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.code()).isEqualTo(8);
  }
}
