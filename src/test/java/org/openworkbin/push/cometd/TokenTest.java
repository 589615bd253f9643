package org.openworkbin.push.cometd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.InstantSource;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openworkbin.testing.PlainWebSocket;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TokenIssuer;

class TokenTest {
  private static final String HANDSHAKE =
      "[{\"channel\":\"/meta/handshake\",\"version\":\"1.0\","
          + "\"supportedConnectionTypes\":[\"long-polling\",\"websocket\"]}]";

  private static TokenIssuer issuer;
  private static Slice slice;

  @BeforeAll
  static void start() {
    issuer = new TokenIssuer();
    slice =
        Slice.start(
            "--open-workbin.oauth2.issuer=" + issuer.url(),
            "--open-workbin.oauth2.audience=open-workbin");
  }

  @AfterAll
  static void stop() {
    slice.close();
    issuer.close();
  }

  @Test
  void aTokenOpensALongPoll() {
    TestClient client = TestClient.of("http://127.0.0.1:" + slice.port());

    assertThat(
            client
                .with("Authorization", "Bearer " + token("ada"))
                .post("/api/v2/notifications", HANDSHAKE)
                .text())
        .contains("\"successful\":true");
    assertThat(
            client
                .with("Authorization", "Bearer x" + token("ada"))
                .post("/api/v2/notifications", HANDSHAKE)
                .status())
        .isEqualTo(403);
  }

  @Test
  void aTokenOpensAWebSocket() throws Exception {
    try (PlainWebSocket socket =
        new PlainWebSocket(slice.port(), "Authorization", "Bearer " + token("ada"))) {
      socket.send(HANDSHAKE);

      assertThat(socket.read()).contains("\"successful\":true");
    }
    Assertions.assertThatThrownBy(
            () -> new PlainWebSocket(slice.port(), "Authorization", "Bearer " + token("nobody")))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("HTTP/1.1 403");
  }

  private static String token(String userName) {
    return issuer.token(userName, slice.bean(InstantSource.class).instant());
  }
}
