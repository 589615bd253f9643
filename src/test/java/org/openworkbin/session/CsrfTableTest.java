package org.openworkbin.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;
import org.openworkbin.testing.TokenIssuer;

/** Every combination in which a request can come, against the rule in one sentence each. */
class CsrfTableTest {
  private static final String ME = "/api/v2/me";
  private static final String NOTIFICATIONS = "/api/v2/notifications";
  private static final String HANDSHAKE =
      "[{\"channel\":\"/meta/handshake\",\"version\":\"1.0\","
          + "\"supportedConnectionTypes\":[\"long-polling\"]}]";

  private static final Map<Protection, DemoServer> SERVERS = new LinkedHashMap<>();
  private static TokenIssuer issuer;

  @BeforeAll
  static void start() {
    issuer = new TokenIssuer();
    for (Protection protection : Protection.all()) {
      SERVERS.put(
          protection,
          DemoServer.start(
              Dialect.SQLITE,
              Map.of(
                  "open-workbin.security.csrf", Boolean.toString(protection.csrf()),
                  "open-workbin.security.challenge", Boolean.toString(protection.challenge()),
                  "open-workbin.oauth2.issuer", issuer.url(),
                  "open-workbin.oauth2.audience", "open-workbin",
                  "open-workbin.oauth2.timeout", "30s")));
    }
  }

  @AfterAll
  static void stop() {
    SERVERS.values().forEach(DemoServer::close);
    issuer.close();
  }

  static List<Combination> combinations() {
    List<Combination> all = new ArrayList<>();
    for (Protection protection : Protection.all()) {
      for (Credentials credentials : Credentials.values()) {
        for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
          all.add(new Combination(protection, credentials, method, ME));
        }
        all.add(new Combination(protection, credentials, "POST", NOTIFICATIONS));
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void whatABrowserAddsByItselfNeedsTheTokenToChangeAnything(Combination combination) {
    DemoServer demo = SERVERS.get(combination.protection());
    TestClient jar = demo.client().withCookies();
    String token = jar.as("ada", "demo").get(ME).header("X-CSRF-TOKEN");
    TestClient client =
        switch (combination.credentials()) {
          case NONE -> demo.client();
          case BASIC -> demo.client("ada");
          case BASIC_AND_COOKIE -> jar.as("ada", "demo");
          case BASIC_COOKIE_AND_TOKEN -> jar.as("ada", "demo").with("X-CSRF-TOKEN", token);
          case COOKIE -> jar;
          case COOKIE_AND_TOKEN -> jar.with("X-CSRF-TOKEN", token);
          case COOKIE_AND_WRONG_TOKEN -> jar.with("X-CSRF-TOKEN", "wrong");
          case BEARER -> demo.client().with("Authorization", bearer(demo));
          case BEARER_AND_COOKIE -> jar.with("Authorization", bearer(demo));
        };

    Reply reply = send(client, combination);

    if (combination.credentials() == Credentials.NONE) {
      assertThat(reply.code()).isEqualTo(20);
      assertThat(reply.status()).isEqualTo(combination.protection().challenge() ? 401 : 403);
    } else if (combination.needsToken()) {
      assertThat(reply.status()).isEqualTo(403);
      assertThat(reply.code()).isEqualTo(3);
    } else {
      assertThat(reply.status()).as(reply.text()).isEqualTo(combination.served());
    }
    assertTokenIsTold(reply, combination, token);
  }

  private static void assertTokenIsTold(Reply reply, Combination combination, String token) {
    boolean opened =
        !combination.credentials().hasCookie()
            && combination.method().equals("POST")
            && reply.status() == 200;
    boolean told =
        combination.protection().csrf()
            && combination.credentials() != Credentials.NONE
            && (combination.method().equals("GET") || opened);
    assertThat(reply.header("X-CSRF-HEADER")).isEqualTo(told ? "X-CSRF-TOKEN" : "");
    if (told && combination.credentials().hasCookie()) {
      assertThat(reply.header("X-CSRF-TOKEN")).isEqualTo(token);
    } else {
      assertThat(reply.header("X-CSRF-TOKEN").isEmpty()).isEqualTo(!told);
    }
  }

  private static Reply send(TestClient client, Combination combination) {
    return switch (combination.method()) {
      case "GET" -> client.get(combination.path());
      case "POST" ->
          client.post(
              combination.path(),
              combination.path().equals(ME)
                  ? "{\"operationName\":\"StartContactCenterSession\"}"
                  : HANDSHAKE);
      default ->
          client.send(combination.method(), combination.path(), BodyPublishers.noBody(), Map.of());
    };
  }

  private static String bearer(DemoServer demo) {
    return "Bearer " + issuer.token("ada", demo.part(InstantSource.class).instant());
  }

  enum Credentials {
    NONE,
    BASIC,
    BASIC_AND_COOKIE,
    BASIC_COOKIE_AND_TOKEN,
    COOKIE,
    COOKIE_AND_TOKEN,
    COOKIE_AND_WRONG_TOKEN,
    BEARER,
    BEARER_AND_COOKIE;

    boolean hasCookie() {
      return name().contains("COOKIE");
    }

    private boolean hasToken() {
      return name().endsWith("AND_TOKEN");
    }

    /** Whether the browser adds them by itself. */
    private boolean isForgeable(boolean challenge) {
      return name().startsWith("COOKIE") || (challenge && name().startsWith("BASIC"));
    }
  }

  record Protection(boolean csrf, boolean challenge) {
    static List<Protection> all() {
      return List.of(
          new Protection(false, false),
          new Protection(false, true),
          new Protection(true, false),
          new Protection(true, true));
    }
  }

  record Combination(Protection protection, Credentials credentials, String method, String path) {
    private boolean needsToken() {
      return protection.csrf()
          && !method.equals("GET")
          && path.equals(ME)
          && credentials.isForgeable(protection.challenge())
          && !credentials.hasToken();
    }

    /** What it is answered where nothing stands in its way: there is no PUT and DELETE of this. */
    private int served() {
      return method.equals("GET") || method.equals("POST") ? 200 : 405;
    }
  }
}
