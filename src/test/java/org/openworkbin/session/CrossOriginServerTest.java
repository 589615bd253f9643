package org.openworkbin.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openworkbin.testing.EchoResource;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;
import org.openworkbin.testing.TestServer;

class CrossOriginServerTest {
  private static final String ME = "/api/v2/me";
  private static final String ECHO = "/api/v2/echo/1";
  private static final String BODY = "{\"operationName\":\"Echo\",\"id\":\"1\"}";
  private static final String DESK = "https://desk.example.com";
  private static final String TEAM = "https://blue.teams.example.com";
  private static final String EVIL = "https://evil.example.org";

  private static TestServer server;

  @BeforeAll
  static void start() {
    server =
        TestServer.start(
            Map.of(
                "spring.profiles.active", "echo",
                "open-workbin.session.same-site", "none",
                "open-workbin.cors.allowed-origins", DESK + ",https://*.teams.example.com"),
            EchoResource.class);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ME,
        ME + "/?subresources=*",
        ECHO,
        "/api/v2/nothing/of/the/kind",
        "/api/v2/notifications",
        "/api/v2/notifications/handshake",
        "/internal-api/me/settings"
      })
  void preFlightsNeedNoLogInAndAreAnsweredEverywhere(String path) {
    Reply reply = preFlight(DESK, path, "POST");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).isEqualTo("{\"statusCode\":0}");
    assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo(DESK);
    assertThat(reply.header("Access-Control-Allow-Credentials")).isEqualTo("true");
    assertThat(reply.header("Access-Control-Allow-Methods"))
        .isEqualTo("GET,POST,PUT,DELETE,OPTIONS");
    assertThat(reply.header("Access-Control-Allow-Headers").split(","))
        .contains(
            "X-Requested-With", "Content-Type", "Authorization", "ssid", "surl", "ContactCenterId")
        .contains("X-CSRF-TOKEN", "Idempotency-Key", "If-None-Match", "Workbin-Hold");
    assertThat(reply.header("Access-Control-Max-Age")).isEqualTo("1800");
    assertThat(reply.header("Vary")).isEqualTo("Origin");
  }

  @Test
  void anotherOriginsPreFlightIsRefused() {
    Reply reply = preFlight(EVIL, ME, "POST");

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.code()).isEqualTo(5);
    assertNoCors(reply);
  }

  @Test
  void aListedPageReadsAnswersAndTheHeadersThatItNeeds() {
    for (String origin : new String[] {DESK, TEAM}) {
      Reply reply = server.client("ada", "demo").with("Origin", origin).get(ME);

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo(origin);
      assertThat(reply.header("Access-Control-Expose-Headers").split(","))
          .contains("X-CSRF-HEADER", "X-CSRF-TOKEN", "ETag", "Retry-After")
          .contains("Workbin-Hold", "Workbin-Item");
      assertThat(reply.header("Vary")).isEqualTo("Origin");
    }
  }

  @Test
  void aListedPageReadsRefusalsOfEveryLayer() {
    TestClient desk = server.client().with("Origin", DESK);

    assertReadable(desk.get(ME), 403);
    assertReadable(desk.as("ada", "wrong").get(ME), 403);
    assertReadable(desk.as("ada", "demo").get("/api/v2/nothing"), 404);
    assertReadable(desk.as("ada", "demo").get("/elsewhere"), 404);
    assertReadable(desk.as("ada", "demo").get(ME + ";x=y"), 400);
    assertReadable(desk.as("ada", "demo").post(ME, "{}"), 400);
  }

  @Test
  void anotherPageReadsNothing() {
    Reply reply = server.client("ada", "demo").with("Origin", EVIL).get(ME);

    assertThat(reply.status()).isEqualTo(200);
    assertNoCors(reply);
  }

  @Test
  void withoutAnOriginThereAreNoHeadersButVary() {
    Reply reply = server.client("ada", "demo").get(ME);

    assertNoCors(reply);
    assertThat(reply.header("Vary")).isEqualTo("Origin");
  }

  @Test
  void anotherPageChangesNothingByTheCookie() {
    TestClient jar = server.client().with("Cookie", cookie());

    for (String origin : new String[] {EVIL, "null", "http://127.0.0.1", "https://example.com"}) {
      TestClient page = jar.with("Origin", origin);
      assertThat(page.post(ECHO, BODY).status()).isEqualTo(403);
      assertThat(page.send("DELETE", ECHO, BodyPublishers.noBody(), Map.of()).code()).isEqualTo(5);
    }
    assertThat(jar.with("Origin", DESK).post(ECHO, BODY).status()).isEqualTo(200);
    assertThat(jar.post(ECHO, BODY).status()).isEqualTo(200);
  }

  @Test
  void credentialsOfItsOwnAreThePagesOwn() {
    assertThat(server.client("ada", "demo").with("Origin", EVIL).post(ECHO, BODY).status())
        .isEqualTo(200);
  }

  @Test
  void aPageOfThisServerNeedsNoListing() {
    TestClient jar = server.client().with("Cookie", cookie());

    assertThat(jar.with("Origin", server.url()).post(ECHO, BODY).status()).isEqualTo(200);
    assertThat(
            jar.with("Origin", "https://behind.a.proxy.example.com")
                .with("Sec-Fetch-Site", "same-origin")
                .post(ECHO, BODY)
                .status())
        .isEqualTo(200);
    assertThat(
            jar.with("Origin", EVIL).with("Sec-Fetch-Site", "cross-site").post(ECHO, BODY).status())
        .isEqualTo(403);
  }

  private static String cookie() {
    return server.client("ada", "demo").get(ME).header("Set-Cookie").split(";", 2)[0];
  }

  private static Reply preFlight(String origin, String path, String method) {
    return server
        .client()
        .send(
            "OPTIONS",
            path,
            BodyPublishers.noBody(),
            Map.of(
                "Origin", origin,
                "Access-Control-Request-Method", method,
                "Access-Control-Request-Headers", "content-type,x-csrf-token"));
  }

  private static void assertReadable(Reply reply, int status) {
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo(DESK);
    assertThat(reply.header("Access-Control-Allow-Credentials")).isEqualTo("true");
    assertThat(reply.json().has("statusCode")).isTrue();
  }

  private static void assertNoCors(Reply reply) {
    assertThat(reply.headers().map().keySet())
        .noneMatch(name -> name.startsWith("access-control-"));
  }
}
