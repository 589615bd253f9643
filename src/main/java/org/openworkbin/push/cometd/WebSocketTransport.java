package org.openworkbin.push.cometd;

import java.time.Duration;
import java.util.Optional;
import org.cometd.bayeux.server.BayeuxServer;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.bayeux.server.ServerSession;
import org.cometd.server.BayeuxServerImpl;
import org.cometd.server.websocket.common.AbstractWebSocketTransport;
import org.openworkbin.http.Traffic;
import org.openworkbin.id.UserId;

/**
 * CometD over WebSocket. CometD's own transport for Jetty takes upgrades before the servlet filters
 * and sees no user; here {@link WebSocketUpgrade} brings connections whose user is known.
 */
final class WebSocketTransport extends AbstractWebSocketTransport
    implements BayeuxServer.SessionListener {
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final CometdSettings settings;
  private final BayeuxJson json;
  private final Traffic traffic;
  private final Goodbyes goodbyes;

  WebSocketTransport(
      BayeuxServerImpl server,
      BayeuxJson json,
      CometdSettings settings,
      Traffic traffic,
      Goodbyes goodbyes) {
    super(server);
    this.json = json;
    this.settings = settings;
    this.traffic = traffic;
    this.goodbyes = goodbyes;
  }

  BayeuxJson json() {
    return json;
  }

  int maxMessageSize() {
    return Math.toIntExact(settings.maxMessageSize().toBytes());
  }

  /** Longer than a living client is ever silent, as it sends a connect after each hold. */
  Duration idleTimeout() {
    return settings.hold().plus(settings.maxInterval()).plus(GRACE);
  }

  /** A message of that user came. */
  void heard(UserId user) {
    traffic.heard(user);
  }

  /** Whether the client will close the connection by itself, as its user went home. */
  boolean isLeaving(ServerSession session) {
    return goodbyes.wasSaidTo(session.getId());
  }

  /** Whether that client id is another user's. */
  boolean isForeign(String clientId, UserId user) {
    ServerSession session = getBayeuxServer().getSession(clientId);
    return session != null && !RequestUser.of(session).equals(Optional.of(user));
  }

  @Override
  public void sessionAdded(ServerSession session, ServerMessage message) {
    if (message.getBayeuxContext() instanceof UpgradeContext context) {
      context.connection().ifPresent(session::addListener);
    }
  }
}
