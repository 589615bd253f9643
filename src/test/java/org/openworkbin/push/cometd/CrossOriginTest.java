package org.openworkbin.push.cometd;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;

class CrossOriginTest {
  private static final String ADDRESS = "/api/v2/notifications";
  private static final String DESK = "https://desk.example.com";
  private static final String HANDSHAKE =
      "[{\"channel\":\"/meta/handshake\",\"version\":\"1.0\","
          + "\"supportedConnectionTypes\":[\"long-polling\"]}]";

  private static Slice slice;

  @BeforeAll
  static void start() {
    slice = Slice.start("--open-workbin.cors.allowed-origins=" + DESK);
  }

  @AfterAll
  static void stop() {
    slice.close();
  }

  @Test
  void aListedPagesPreFlightNeedsNoLogIn() {
    for (String suffix : new String[] {"", "/", "/handshake", "/connect"}) {
      Reply reply =
          client()
              .send(
                  "OPTIONS",
                  ADDRESS + suffix,
                  BodyPublishers.noBody(),
                  Map.of("Origin", DESK, "Access-Control-Request-Method", "POST"));

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo(DESK);
    }
  }

  @Test
  void aListedPageReadsRepliesAndRefusals() {
    TestClient desk = client().with("Origin", DESK);

    assertReadable(desk.post(ADDRESS, HANDSHAKE), 403);
    assertReadable(desk.as("ada", "demo").post(ADDRESS, HANDSHAKE), 200);
    assertReadable(desk.as("ada", "demo").post(ADDRESS, "nonsense"), 400);
    assertReadable(desk.as("ada", "demo").get(ADDRESS), 405);
  }

  @Test
  void anotherPageGetsNothingByTheCookie() {
    TestClient jar = client().withCookies();
    jar.as("ada", "demo").post(ADDRESS, HANDSHAKE);

    Reply reply = jar.with("Origin", "https://evil.example.org").post(ADDRESS, HANDSHAKE);

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.code()).isEqualTo(5);
    assertThat(jar.with("Origin", DESK).post(ADDRESS, HANDSHAKE).status()).isEqualTo(200);
  }

  private static TestClient client() {
    return TestClient.of("http://127.0.0.1:" + slice.port());
  }

  private static void assertReadable(Reply reply, int status) {
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo(DESK);
    assertThat(reply.header("Access-Control-Expose-Headers")).contains("X-CSRF-TOKEN");
  }
}
