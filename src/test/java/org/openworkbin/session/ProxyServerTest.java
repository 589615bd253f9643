package org.openworkbin.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestServer;

class ProxyServerTest {
  private static final String ME = "/api/v2/me";
  private static final String FORWARDED = "X-Forwarded-For";

  @Test
  void nobodyIsBelievedByDefault() {
    try (TestServer server = TestServer.start(Map.of())) {
      server.client("ada", "demo").with(FORWARDED, "192.0.2.1").get(ME);

      assertThat(address(server)).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void aTrustedProxySaysWhereARequestComesFrom() {
    try (TestServer server = behind("127.0.0.0/8,10.0.0.0/8")) {
      TestClient ada = server.client("ada", "demo");

      ada.with(FORWARDED, "192.0.2.1").get(ME);
      assertThat(address(server)).isEqualTo("192.0.2.1");
      ada.with(FORWARDED, "203.0.113.9, 192.0.2.2, 10.1.2.3").get(ME);
      assertThat(address(server)).isEqualTo("192.0.2.2");
      ada.with(FORWARDED, "[2001:db8::7]").get(ME);
      assertThat(address(server)).contains("2001:db8:0:0:0:0:0:7");
      ada.with(FORWARDED, "nonsense").get(ME);
      assertThat(address(server)).isEqualTo("127.0.0.1");
      ada.get(ME);
      assertThat(address(server)).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void anotherMachineIsNotBelieved() {
    try (TestServer server = behind("10.0.0.0/8")) {
      server.client("ada", "demo").with(FORWARDED, "192.0.2.1").get(ME);

      assertThat(address(server)).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void whatTheGuesserWritesHimselfIsNoOtherAddress() {
    try (TestServer server = behind("127.0.0.1")) {
      for (int i = 0; i < 5; i++) {
        server.client("ada", "wrong").with(FORWARDED, "198.51.100." + i + ", 192.0.2.1").get(ME);
      }

      TestClient ada = server.client("ada", "demo");
      assertThat(ada.with(FORWARDED, "198.51.100.77, 192.0.2.1").get(ME).status()).isEqualTo(429);
      assertThat(ada.with(FORWARDED, "192.0.2.2").get(ME).status()).isEqualTo(200);
    }
  }

  private static TestServer behind(String proxies) {
    return TestServer.start(Map.of("open-workbin.proxies.trusted", proxies));
  }

  /** Where the one session was opened from, which it ends. */
  private static String address(TestServer server) {
    OpenSessions sessions = server.part(OpenSessions.class);
    List<OpenSession> open = sessions.all();
    assertThat(open).hasSize(1);
    sessions.end(open.getFirst());
    return open.getFirst().client().address();
  }
}
