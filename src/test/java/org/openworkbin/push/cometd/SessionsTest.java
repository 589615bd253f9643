package org.openworkbin.push.cometd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cometd.server.BayeuxServerImpl;
import org.cometd.server.ServerMessageImpl;
import org.cometd.server.ServerSessionImpl;
import org.cometd.server.websocket.common.AbstractBayeuxContext;
import org.junit.jupiter.api.Test;
import org.openworkbin.id.RandomIds;
import org.openworkbin.id.UserId;
import org.openworkbin.push.Attendance;

/** Who counts as present while sessions come and go. */
class SessionsTest {
  private static final UserId ADA = new UserId("ada");

  private final BayeuxServerImpl server = new BayeuxServerImpl();
  private final InstantSource clock = InstantSource.system();
  private final Attendance attendance = new Attendance(clock);
  private final Sessions sessions =
      new Sessions(
          server,
          attendance,
          clock,
          new RandomIds(clock, new Random()),
          new Gathering(server, Duration.ZERO),
          new Goodbyes());
  private final List<Boolean> counted = new ArrayList<>();

  /** Forced form: whoever finds a session may close it at once, and must not be the first. */
  @Test
  void aSessionIsCountedBeforeItCanBeFoundAndClosed() {
    ServerSessionImpl session = session();

    sessions.sessionAdded(session, handshake());

    assertThat(counted).containsExactly(true);
    assertThat(sessions.of(ADA)).containsExactly(session);
    sessions.sessionRemoved(session, null, false);
    assertThat(attendance.isPresent(ADA)).isFalse();
  }

  @Test
  void aSessionThatCannotBeginTakesNoOtherAlong() {
    sessions.sessionAdded(session(), handshake());
    ServerSessionImpl second = session();
    ServerMessageImpl unknown = handshake();
    unknown.setServerTransport(null);

    assertThatThrownBy(() -> sessions.sessionAdded(second, unknown))
        .isInstanceOf(NullPointerException.class);
    sessions.sessionRemoved(second, null, true);

    assertThat(attendance.isPresent(ADA)).isTrue();
  }

  /** One of Ada that notes whether she counts as present while it is prepared. */
  private ServerSessionImpl session() {
    ServerSessionImpl session =
        new ServerSessionImpl(server) {
          @Override
          public void addExtension(Extension extension) {
            assertThat(sessions.of(ADA)).doesNotContain(this);
            counted.add(attendance.isPresent(ADA));
            super.addExtension(extension);
          }
        };
    RequestUser.keep(session, ADA);
    return session;
  }

  private ServerMessageImpl handshake() {
    InetSocketAddress here = InetSocketAddress.createUnresolved("localhost", 80);
    ServerMessageImpl handshake = new ServerMessageImpl();
    handshake.setServerTransport(new LongPolling(server, sessions));
    handshake.setBayeuxContext(
        new AbstractBayeuxContext(
            "/", "", null, Map.of(), Map.of(), null, here, here, List.of(), "HTTP/1.1", false) {});
    return handshake;
  }
}
