package org.openworkbin.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openworkbin.testing.EchoResource;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;
import org.openworkbin.testing.TestServer;

class CsrfServerTest {
  private static final String ME = "/api/v2/me";
  private static final String ECHO = "/api/v2/echo/1";
  private static final String BODY = "{\"operationName\":\"Echo\",\"id\":\"1\"}";

  private static TestServer server;
  private static TestServer challenging;

  @BeforeAll
  static void start() {
    server =
        TestServer.start(
            Map.of(
                "spring.profiles.active", "echo",
                "open-workbin.security.csrf", "true"),
            EchoResource.class);
    challenging =
        TestServer.start(
            Map.of(
                "spring.profiles.active", "echo",
                "open-workbin.security.csrf", "true",
                "open-workbin.security.challenge", "true"),
            EchoResource.class);
  }

  @AfterAll
  static void stop() {
    server.close();
    challenging.close();
  }

  @Test
  void everyGetOfASessionTellsTheSameTokenAndItsHeader() {
    TestClient jar = server.client().withCookies();
    Reply first = jar.as("ada", "demo").get(ME);
    Reply second = jar.get("/api/v2/nothing");

    assertThat(first.header("X-CSRF-HEADER")).isEqualTo("X-CSRF-TOKEN");
    assertThat(first.header("X-CSRF-TOKEN")).isNotEmpty();
    assertThat(second.header("X-CSRF-HEADER")).isEqualTo("X-CSRF-TOKEN");
    assertThat(second.header("X-CSRF-TOKEN")).isEqualTo(first.header("X-CSRF-TOKEN"));
  }

  @Test
  void whoChangesSomethingByACookieNeedsTheToken() {
    TestClient jar = loggedIn(server);
    String token = jar.get(ME).header("X-CSRF-TOKEN");

    for (String method : new String[] {"POST", "PUT", "DELETE"}) {
      Reply refused = jar.send(method, ECHO, BodyPublishers.noBody(), Map.of());
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.code()).isEqualTo(3);
    }
    assertThat(jar.with("X-CSRF-TOKEN", "wrong").post(ECHO, BODY).status()).isEqualTo(403);
    assertThat(jar.with("X-CSRF-TOKEN", token).post(ECHO, BODY).status()).isEqualTo(200);
  }

  @Test
  void theTokenOfAnotherSessionIsWrong() {
    String foreign = loggedIn(server).get(ME).header("X-CSRF-TOKEN");

    assertThat(loggedIn(server).with("X-CSRF-TOKEN", foreign).post(ECHO, BODY).status())
        .isEqualTo(403);
  }

  @Test
  void credentialsOfItsOwnAreEnough() {
    assertThat(server.client("ada", "demo").post(ECHO, BODY).status()).isEqualTo(200);
    assertThat(loggedIn(server).as("ada", "demo").post(ECHO, BODY).status()).isEqualTo(200);
  }

  @Test
  void whoIsNotLoggedInIsToldThatFirst() {
    assertThat(server.client().post(ECHO, BODY).code()).isEqualTo(20);
  }

  @Test
  void notificationsAreNotAskedForTheToken() {
    assertThat(loggedIn(server).post("/api/v2/notifications", "[]").code()).isNotEqualTo(3);
  }

  @Test
  void whoAsksForItAtLogInIsProtectedWhateverTheSettingSays() {
    try (TestServer open =
        TestServer.start(Map.of("spring.profiles.active", "echo"), EchoResource.class)) {
      TestClient jar = open.client().withCookies();
      String plain = jar.as("ada", "demo").get(ME).header("Set-Cookie");
      assertThat(jar.post(ECHO, BODY).status()).isEqualTo(200);

      Reply asked = jar.as("ada", "demo").with("X-CSRF-HEADER", "X-CSRF-TOKEN").get(ME);
      String token = asked.header("X-CSRF-TOKEN");

      assertThat(asked.header("Set-Cookie")).isNotEmpty().isNotEqualTo(plain);
      assertThat(jar.post(ECHO, BODY).status()).isEqualTo(403);
      assertThat(jar.with("X-CSRF-TOKEN", token).post(ECHO, BODY).status()).isEqualTo(200);
      assertThat(jar.get(ME).header("X-CSRF-TOKEN")).isEqualTo(token);
    }
  }

  @Test
  void aCookieForOtherSitesIsSecure() {
    try (TestServer other = TestServer.start(Map.of("open-workbin.session.same-site", "none"))) {
      assertThat(other.client("ada", "demo").get(ME).header("Set-Cookie"))
          .endsWith("; Path=/; HttpOnly; SameSite=None; Secure");
    }
  }

  @Test
  void aChallengeCoversBasicToo() {
    Reply none = challenging.client().get(ME);
    assertThat(none.status()).isEqualTo(401);
    assertThat(none.code()).isEqualTo(20);
    assertThat(none.header("WWW-Authenticate")).startsWith("Basic ");

    assertThat(challenging.client("ada", "demo").post(ECHO, BODY).code()).isEqualTo(3);
    TestClient jar = loggedIn(challenging).as("ada", "demo");
    assertThat(jar.post(ECHO, BODY).code()).isEqualTo(3);
    String token = jar.get(ME).header("X-CSRF-TOKEN");
    assertThat(jar.with("X-CSRF-TOKEN", token).post(ECHO, BODY).status()).isEqualTo(200);
  }

  private static TestClient loggedIn(TestServer server) {
    TestClient jar = server.client().withCookies();
    jar.as("ada", "demo").get(ME);
    return jar;
  }
}
