package org.openworkbin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openworkbin.testing.LogLines;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;
import org.openworkbin.testing.TestServer;

class FaultServerTest {
  private static TestServer server;
  private static TestClient ada;

  private final LogLines log = LogLines.open();

  @BeforeAll
  static void start() {
    server = TestServer.start(Map.of("spring.profiles.active", "faulty"), FaultyResource.class);
    ada = server.client("ada", "demo");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void closeLog() {
    log.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v2/fault", "/api/v2/early"})
  void aFaultIsOneLogEntryWhoseIdTheClientGets(String path) {
    Reply reply = ada.get(path);

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.code()).isEqualTo(4);
    assertThat(reply.json().propertyNames())
        .containsExactly("statusCode", "statusMessage", "correlationId");
    assertThat(reply.text()).doesNotContain("secret", "Exception");
    String id = reply.json().get("correlationId").stringValue();
    assertThat(log.text()).containsOnlyOnce(id).contains("with a secret");
    assertThat(log.text().lines().filter(line -> line.contains("ERROR"))).hasSize(1);
  }

  @Test
  void aStoreThatIsAwayIsWorthAnotherTry() {
    Reply reply = ada.get("/api/v2/away");

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.code()).isEqualTo(4);
    assertThat(reply.header("Retry-After")).isEqualTo("1");
    assertThat(reply.text()).doesNotContain("secret");
    assertThat(log.text())
        .containsOnlyOnce(reply.json().get("correlationId").stringValue())
        .doesNotContain("\tat ");
  }

  @Test
  void whatFailsMidwayIsCutAndNeverLooksWhole() {
    assertThatThrownBy(() -> ada.get("/api/v2/midway"))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(IOException.class);

    assertThat(log.text()).containsOnlyOnce("with a secret");
  }

  @Test
  void whatIsStreamedArrivesWhole() {
    Reply reply = ada.get("/api/v2/large");

    assertThat(reply.code()).isZero();
    assertThat(reply.json().get("a").stringValue()).hasSize(1_000_000);
  }

  @Test
  void aRefusalIsNoLogLine() {
    assertThat(ada.get("/api/v2/nothing").status()).isEqualTo(404);
    assertThat(ada.post("/api/v2/fault", "{}").status()).isEqualTo(405);
    assertThat(ada.post("/api/v2/repeat", "{").status()).isEqualTo(400);
    assertThat(server.client().get("/api/v2/fault").status()).isEqualTo(403);

    assertThat(log.text()).isEmpty();
  }

  @Test
  void aRefusedLogInIsOneLineWithoutAnythingThatWasSent() {
    server.client("ben", "guessed").get("/api/v2/x");
    server.client("typed-password", "x").get("/api/v2/x");

    assertThat(log.text().lines())
        .satisfiesExactly(
            known -> assertThat(known).contains("127.0.0.1", "user id-of-ben"),
            unknown -> assertThat(unknown).contains("127.0.0.1", "an unknown user"));
    assertThat(log.text()).doesNotContain("guessed", "typed-password");
  }

  @Test
  void headIsGetWithoutTheBody() {
    Reply reply = ada.send("HEAD", "/api/v2/url", BodyPublishers.noBody(), Map.of());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).isEmpty();
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
  }

  @Test
  void answersAreNotToBeStoredOrGuessed() {
    Reply reply = ada.get("/api/v2/url");

    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(reply.header("Server")).isEmpty();
  }

  @Test
  void aUriBeginsAsTheRequestCameWhateverForwardedHeadersSay() {
    Reply reply =
        ada.with("X-Forwarded-Host", "evil.example.com")
            .with("X-Forwarded-Proto", "https")
            .with("Forwarded", "host=evil.example.com")
            .get("/api/v2/url");

    assertThat(reply.json().get("uri").stringValue()).isEqualTo(server.url() + "/api/v2/x");
  }

  @Test
  void aDigestIsOfMethodPathQueryAndBody() {
    String body = "{\"operationName\":\"A\"}";
    TestClient keyed = ada.with("Idempotency-Key", "k-1");
    String digest = digest(keyed.post("/api/v2/repeat", body));

    assertThat(digest).hasSize(64);
    assertThat(digest(keyed.post("/api/v2/repeat", body))).isEqualTo(digest);
    assertThat(digest(keyed.post("/api/v2/repeat/", body))).isEqualTo(digest);
    assertThat(digest(keyed.post("/api/v2/repeat?a=b", body))).isNotEqualTo(digest);
    assertThat(digest(keyed.post("/api/v2/repeat", "{\"operationName\":\"B\"}")))
        .isNotEqualTo(digest);
    assertThat(digest(ada.post("/api/v2/repeat", body))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "with blank", "tab\tinside"})
  void aKeyIsVisibleAscii(String key) {
    Reply reply =
        ada.with("Idempotency-Key", key).post("/api/v2/repeat", "{\"operationName\":\"A\"}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo(10);
  }

  @Test
  void aKeyHas255CharactersAtMost() {
    String body = "{\"operationName\":\"A\"}";

    assertThat(ada.with("Idempotency-Key", "k".repeat(255)).post("/api/v2/repeat", body).status())
        .isEqualTo(200);
    assertThat(ada.with("Idempotency-Key", "k".repeat(256)).post("/api/v2/repeat", body).status())
        .isEqualTo(400);
  }

  private static String digest(Reply reply) {
    return reply.json().get("digest").stringValue();
  }
}
