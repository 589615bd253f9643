package org.openworkbin.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.User;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.PlainWebSocket;
import org.openworkbin.testing.SettableClock;

/** What a WebSocket keeps alive, and what ends it. */
class WebSocketLifeTest {
  private static final Duration MOST_OF_THE_IDLE_TIME = Duration.ofMinutes(29);
  private static final String HANDSHAKE = "[{\"channel\":\"/meta/handshake\",\"id\":\"%s\"}]";

  @Test
  void whatComesOverItKeepsTheSessionOfItsCookieAlive() throws IOException {
    SettableClock clock = new SettableClock();
    try (DemoServer demo =
        DemoServer.start(Dialect.SQLITE, Map.of("open-workbin.session.idle", "30m"), clock)) {
      String talking = cookie(demo);
      String silent = cookie(demo);
      try (PlainWebSocket socket =
          new PlainWebSocket(URI.create(demo.url()).getPort(), "Cookie", talking)) {
        for (int i = 0; i < 3; i++) {
          clock.advance(MOST_OF_THE_IDLE_TIME);
          socket.send(HANDSHAKE.formatted(i));
          assertThat(socket.read()).contains("\"id\":\"" + i + "\"");
        }

        assertThat(read(demo, talking)).isEqualTo(200);
        assertThat(read(demo, silent)).isEqualTo(403);
      }
    }
  }

  @Test
  void itEndsAtOnceWhenItsUserIsDisabled() throws IOException {
    try (DemoServer demo =
            DemoServer.start(Dialect.SQLITE, Map.of("open-workbin.push.sweep-every", "1h"));
        PlainWebSocket ben = new PlainWebSocket(URI.create(demo.url()).getPort(), "ben");
        PlainWebSocket ada = new PlainWebSocket(URI.create(demo.url()).getPort(), "ada")) {
      for (PlainWebSocket each : List.of(ben, ada)) {
        each.send(HANDSHAKE.formatted("1"));
        assertThat(each.read()).contains("\"successful\":true");
      }

      disable(demo, "ben");

      ben.awaitEnd();
      ada.send(HANDSHAKE.formatted("2"));
      assertThat(ada.read()).contains("\"id\":\"2\"");
    }
  }

  private static int read(DemoServer demo, String cookie) {
    return demo.client().with("Cookie", cookie).get("/api/v2/me").status();
  }

  /** The cookie of a new session of ada's. */
  private static String cookie(DemoServer demo) {
    String set = demo.client("ada").get("/api/v2/me").header("Set-Cookie");
    return set.substring(0, set.indexOf(';'));
  }

  private static void disable(DemoServer demo, String userName) {
    User user = demo.part(Directories.class).now().userNamed(userName).orElseThrow();
    demo.change(
        DirectoryChange.ofUser(
            new User(
                user.id(),
                user.userName(),
                user.firstName(),
                user.lastName(),
                user.emailAddress(),
                user.roles(),
                false,
                user.changePasswordOnFirstLogin(),
                user.defaultPlace()),
            "{noop}gone"));
  }
}
