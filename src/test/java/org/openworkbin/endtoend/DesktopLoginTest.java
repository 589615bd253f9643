package org.openworkbin.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;
import org.openworkbin.testing.TokenIssuer;

/** A real desktop gets in, in every way in which it may say who it is. */
class DesktopLoginTest {
  private static final String ORIGIN = "https://desktop.example.com";

  @Test
  void withBasicAtFirstAndThenTheCookie() {
    try (DemoServer demo = DemoServer.start()) {
      logInAndOut(new Cookie(demo, demo.client().withCookies()));
    }
  }

  @Test
  void withBasicOnEveryCallAndNoCookies() {
    try (DemoServer demo = DemoServer.start()) {
      logInAndOut(new Credentials(demo, demo.client("ada")));
    }
  }

  @Test
  void withTheCookieAndTheHeaderThatTheFirstAnswerNames() {
    try (DemoServer demo = start(Map.of("open-workbin.security.csrf", "true"))) {
      Cookie way = new Cookie(demo, demo.client().withCookies());
      logInAndOut(way);
      assertThat(way.token).isNotBlank();
    }
  }

  @Test
  void fromAnotherOriginWithAPreFlightBeforeEachCall() {
    try (DemoServer demo = start(Map.of("open-workbin.cors.allowed-origins", ORIGIN))) {
      logInAndOut(new OtherOrigin(new Cookie(demo, demo.client().withCookies()), demo.client()));
    }
  }

  @Test
  void withABearerToken() {
    try (TokenIssuer issuer = new TokenIssuer();
        DemoServer demo =
            start(
                Map.of(
                    "open-workbin.oauth2.issuer",
                    issuer.url(),
                    "open-workbin.oauth2.audience",
                    "open-workbin",
                    "open-workbin.oauth2.timeout",
                    "30s"))) {
      TestClient bearer =
          demo.client().with("Authorization", "Bearer " + issuer.token("ada", Instant.now()));
      logInAndOut(new Credentials(demo, bearer));
    }
  }

  private static DemoServer start(Map<String, String> settings) {
    return DemoServer.start(Dialect.SQLITE, settings);
  }

  private static void logInAndOut(Desktop.Way way) {
    Desktop desktop = new Desktop(way);
    desktop.logIn();
    desktop.logOut();
  }

  /** Sends the same credentials with each call and keeps no cookie. */
  private record Credentials(DemoServer demo, TestClient client) implements Desktop.Way {
    @Override
    public TestClient stranger() {
      return demo.client();
    }

    @Override
    public Reply first(String path) {
      return client.get(path);
    }

    @Override
    public Reply next(String method, String path, String body) {
      return Desktop.send(client, method, path, body);
    }
  }

  /** Sends Basic once and then the cookie, with the header that answers name where they do. */
  private static final class Cookie implements Desktop.Way {
    private final DemoServer demo;
    private final TestClient jar;
    private String header = "";
    private String token = "";

    Cookie(DemoServer demo, TestClient jar) {
      this.demo = demo;
      this.jar = jar;
    }

    @Override
    public TestClient stranger() {
      return demo.client();
    }

    @Override
    public Reply first(String path) {
      Reply reply = jar.as("ada", "demo").get(path);
      header = reply.header("X-CSRF-HEADER");
      token = header.isEmpty() ? "" : reply.header(header);
      return reply;
    }

    @Override
    public Reply next(String method, String path, String body) {
      return Desktop.send(header.isEmpty() ? jar : jar.with(header, token), method, path, body);
    }
  }

  /** What a browser does for the page of another origin, and refuses to do. */
  private record OtherOrigin(Cookie way, TestClient browser) implements Desktop.Way {
    @Override
    public TestClient stranger() {
      return way.stranger().with("Origin", ORIGIN);
    }

    @Override
    public Reply first(String path) {
      preFlight("GET", path);
      return readable(way.jar.with("Origin", ORIGIN).as("ada", "demo").get(path));
    }

    @Override
    public Reply next(String method, String path, String body) {
      preFlight(method, path);
      return readable(Desktop.send(way.jar.with("Origin", ORIGIN), method, path, body));
    }

    private void preFlight(String method, String path) {
      Reply allowed =
          browser
              .with("Origin", ORIGIN)
              .send(
                  "OPTIONS",
                  path,
                  BodyPublishers.noBody(),
                  Map.of(
                      "Access-Control-Request-Method",
                      method,
                      "Access-Control-Request-Headers",
                      "authorization,content-type"));
      assertThat(allowed.status()).as(path).isEqualTo(200);
      assertThat(allowed.header("Access-Control-Allow-Methods")).contains(method);
      assertThat(allowed.header("Access-Control-Allow-Headers"))
          .containsIgnoringCase("authorization")
          .containsIgnoringCase("content-type");
      readable(allowed);
    }

    private static Reply readable(Reply reply) {
      assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
      assertThat(reply.header("Access-Control-Allow-Credentials")).isEqualTo("true");
      return reply;
    }
  }
}
