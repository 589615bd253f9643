package org.openworkbin.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openworkbin.directory.Seats;
import org.openworkbin.id.PlaceId;
import org.openworkbin.testing.EchoResource;
import org.openworkbin.testing.EndedSubscriptions;
import org.openworkbin.testing.Golden;
import org.openworkbin.testing.MemoryCenter;
import org.openworkbin.testing.SettableClock;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;
import org.openworkbin.testing.TestServer;

class SessionServerTest {
  private static final String ME = "/api/v2/me";
  private static final String START = "{\"operationName\":\"StartContactCenterSession\"}";
  private static final String END = "{\"operationName\":\"EndContactCenterSession\"}";
  private static final String ECHO = "{\"operationName\":\"Echo\",\"id\":\"1\"}";

  private static TestServer server;

  @BeforeAll
  static void start() {
    server =
        TestServer.start(
            Map.of(
                "spring.profiles.active", "echo",
                "open-workbin.external-url", "https://desk.example.com/x/api/v2/"),
            EchoResource.class);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theVersionNeedsNoLogIn() {
    Reply reply = server.client().get("/api/v2/diagnostics/version");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().propertyNames()).containsExactly("statusCode", "version");
    assertThat(reply.json().get("version").stringValue()).matches("\\d+\\.\\d+\\.\\d+.*");
  }

  @Test
  void withoutCredentialsThereIsNothingAndNoChallenge() {
    Reply reply = server.client().get(ME);

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.header("WWW-Authenticate")).isEmpty();
    assertThat(reply.header("Set-Cookie")).isEmpty();
    Golden.assertSame(reply.text(), "not-authenticated");
  }

  @Test
  void wrongCredentialsAreAnsweredLikeNone() {
    Golden.assertSame(server.client("ben", "wrong").get(ME).text(), "not-authenticated");
    Golden.assertSame(server.client("eve", "demo").get(ME).text(), "not-authenticated");
    Golden.assertSame(server.client("x", "demo").get(ME).text(), "not-authenticated");
    Reply bearer = server.client().with("Authorization", "Bearer x").get(ME);
    Golden.assertSame(bearer.text(), "not-authenticated");
  }

  @Test
  void preFlightNeedsNoLogIn() {
    Reply reply = server.client().send("OPTIONS", ME, BodyPublishers.noBody(), Map.of());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.code()).isZero();
    assertThat(reply.header("Allow")).contains("GET", "POST", "OPTIONS");
  }

  @Test
  void meIsWhoIsLoggedIn() {
    Reply reply = server.client("ada", "demo").get(ME);

    assertThat(reply.status()).isEqualTo(200);
    Golden.assertSame(reply.text(), "me");
  }

  @Test
  void meHasThePartsThatWereAskedFor() {
    TestClient ada = server.client("ada", "demo");

    Golden.assertSame(ada.get(ME + "/?subresources=*").text(), "me-everything");
    assertThat(
            ada.get(ME + "?subresources=features,settings,nonsense")
                .json()
                .get("user")
                .propertyNames())
        .contains("features", "settings")
        .doesNotContain("devices", "nonsense");
  }

  @Test
  void bothEncodingsOfBasicLogIn() {
    byte[] latin = "j\u00fcrgen:schl\u00fcssel".getBytes(StandardCharsets.ISO_8859_1);
    String header = "Basic " + Base64.getEncoder().encodeToString(latin);

    assertThat(server.client("j\u00fcrgen", "schl\u00fcssel").get(ME).status()).isEqualTo(200);
    assertThat(server.client().with("Authorization", header).get(ME).status()).isEqualTo(200);
  }

  @Test
  void meOpensASessionThatGoesOnWithoutCredentials() {
    TestClient jar = server.client().withCookies();
    Reply first = jar.as("ada", "demo").get(ME);

    assertThat(first.header("Set-Cookie"))
        .matches("JSESSIONID=[0-9a-f]{64}; Path=/; HttpOnly; SameSite=Lax");
    assertThat(jar.get(ME).json().at("/user/userName").stringValue()).isEqualTo("ada");
    assertThat(jar.get(ME).header("Set-Cookie")).isEmpty();
    assertThat(jar.as("ada", "demo").get(ME).header("Set-Cookie")).isEmpty();
  }

  @Test
  void otherCallsWithCredentialsOpenNone() {
    Reply reply = server.client("ada", "demo").post("/api/v2/echo/1", ECHO);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Set-Cookie")).isEmpty();
  }

  @Test
  void credentialsWinOverACookie() {
    TestClient jar = server.client().withCookies();
    jar.as("ada", "demo").get(ME);

    assertThat(jar.as("ada", "wrong").post("/api/v2/echo/1", ECHO).status()).isEqualTo(403);
    assertThat(jar.as("nobody", "demo").get(ME).status()).isEqualTo(403);
    assertThat(jar.get(ME).status()).isEqualTo(200);
  }

  @Test
  void aForeignCookieBesideCredentialsIsIgnoredAndStaysGood() {
    Reply adas = server.client("ada", "demo").get(ME);
    String cookie = adas.header("Set-Cookie").split(";", 2)[0];

    Reply bens = server.client("ben", "demo").with("Cookie", cookie).get(ME);

    assertThat(bens.json().at("/user/userName").stringValue()).isEqualTo("ben");
    assertThat(bens.header("Set-Cookie")).startsWith("JSESSIONID=").doesNotContain(cookie);
    Reply again = server.client().with("Cookie", cookie).get(ME);
    assertThat(again.json().at("/user/userName").stringValue()).isEqualTo("ada");
  }

  @Test
  void anUnknownCookieIsIgnoredBesideCredentialsAndNoLogInWithout() {
    TestClient stranger = server.client().with("Cookie", "JSESSIONID=node0abc.node0");

    assertThat(stranger.get(ME).status()).isEqualTo(403);
    assertThat(stranger.as("ada", "demo").get(ME).header("Set-Cookie")).isNotEmpty();
  }

  @Test
  void aGoodCookieBehindAnOldOneCounts() {
    Reply reply = server.client("ada", "demo").get(ME);
    String cookie = reply.header("Set-Cookie").split(";", 2)[0];

    assertThat(server.client().with("Cookie", "JSESSIONID=old; x=y; " + cookie).get(ME).status())
        .isEqualTo(200);
  }

  @Test
  void aSessionEndsAfterHalfAnHourOfSilence() {
    TestClient jar = server.client().withCookies();
    jar.as("ada", "demo").get(ME);

    server.part(SettableClock.class).advance(Duration.ofMinutes(30));

    assertThat(jar.get(ME).status()).isEqualTo(403);
  }

  @Test
  void startingAndEndingAContactCenterSessionSeatsAndUnseats() {
    Seats seats = server.part(Seats.class);
    TestClient jar = server.client().withCookies();

    Reply started =
        jar.as("ben", "demo")
            .post(
                ME,
                "{\"operationName\":\"StartContactCenterSession\",\"channels\":[\"chat\",\"voice\"],"
                    + "\"place\":\"Desk-2\",\"loginCode\":null}");

    assertThat(started.text()).isEqualTo("{\"statusCode\":0}");
    assertThat(started.header("Set-Cookie")).startsWith("JSESSIONID=");
    assertThat(seats.placeOf(MemoryCenter.BEN.id())).contains(new PlaceId("desk-2"));

    Reply ended = jar.post(ME, END);

    assertThat(ended.text()).isEqualTo("{\"statusCode\":0}");
    assertThat(seats.hasSession(MemoryCenter.BEN.id())).isFalse();
    assertThat(jar.get(ME).status()).isEqualTo(403);
  }

  @Test
  void endingASessionEndsWhatWasSubscribedTo() {
    server.client("ben", "demo").post(ME, END);

    assertThat(server.part(EndedSubscriptions.class).users()).contains(MemoryCenter.BEN.id());
  }

  @Test
  void anAgentWithoutAPlaceSitsNowhere() {
    Reply reply = server.client("j\u00fcrgen", "schl\u00fcssel").post(ME, START);

    assertThat(reply.status()).isEqualTo(200);
    Seats seats = server.part(Seats.class);
    assertThat(seats.hasSession(MemoryCenter.JUERGEN.id())).isTrue();
    assertThat(seats.placeOf(MemoryCenter.JUERGEN.id())).isEmpty();
  }

  @Test
  void nobodyIsDrivenFromADeskByWhoOnlyUsesItByDefault() {
    Seats seats = server.part(Seats.class);
    server.client("ada", "demo").post(ME, START);
    server.client("ben", "demo").post(ME, START);

    assertThat(seats.placeOf(MemoryCenter.ADA.id())).contains(new PlaceId("desk-1"));
    assertThat(seats.placeOf(MemoryCenter.BEN.id())).isEmpty();

    server.client("ada", "demo").post(ME, END);
    server.client("ben", "demo").post(ME, END);
  }

  @Test
  void anUnknownPlaceIsCode6() {
    Reply reply =
        server
            .client("ada", "demo")
            .post(ME, "{\"operationName\":\"StartContactCenterSession\",\"place\":\"Desk-77\"}");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.code()).isEqualTo(6);
    assertThat(reply.header("Set-Cookie")).isEmpty();
  }

  @Test
  void aChannelThatDoesNotExistIsAFailedPart() {
    TestClient ada = server.client("ada", "demo");

    Reply some = ada.post(ME, START.replace("}", ",\"channels\":[\"chat\",\"smoke\"]}"));
    Reply none = ada.post(ME, START.replace("}", ",\"channels\":[\"smoke\"]}"));

    assertThat(some.status()).isEqualTo(200);
    Golden.assertSame(some.text(), "session-channel-failed");
    assertThat(none.status()).isEqualTo(400);
    assertThat(none.code()).isEqualTo(2);
    ada.post(ME, END);
  }

  @Test
  void anUnknownOperationIsCode2() {
    Reply reply = server.client("ada", "demo").post(ME, "{\"operationName\":\"Dance\"}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo(2);
  }

  @Test
  void manyWrongTriesHaveToWaitAndTheRightUserElsewhereDoesNot() {
    for (int i = 0; i < 5; i++) {
      assertThat(server.client("mallory", "wrong" + i).get(ME).status()).isEqualTo(403);
    }
    Reply reply = server.client("mallory", "wrong").get(ME);

    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.code()).isEqualTo(4);
    assertThat(reply.header("Retry-After")).isEqualTo("1");
    assertThat(server.client("ada", "demo").get(ME).status()).isEqualTo(200);
  }

  @Test
  void hundredsWhoLogInAtOnceAllGetIn() throws Exception {
    List<Future<Integer>> replies = new ArrayList<>();
    try (ExecutorService crowd = Executors.newFixedThreadPool(40)) {
      for (int i = 0; i < 160; i++) {
        TestClient client = server.client(i % 2 == 0 ? "ada" : "ben", "demo");
        replies.add(crowd.submit(() -> client.post("/api/v2/echo/1", ECHO).status()));
      }
    }
    for (Future<Integer> reply : replies) {
      assertThat(reply.get()).isEqualTo(200);
    }
  }
}
