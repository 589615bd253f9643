package org.openworkbin.push.cometd;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.cometd.bayeux.server.BayeuxContext;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.bayeux.server.ServerSession;
import org.openworkbin.http.LastingLogin;
import org.openworkbin.http.OpenConnections.Connection;
import org.openworkbin.id.UserId;

/** How a CometD session came to be, and when its client was heard last. Thread-safe. */
final class Opening implements ServerSession.Extension {
  private static final String LOGIN = LastingLogin.class.getName();

  private final String id;
  private final String transport;
  private final String address;
  private final String userAgent;
  private final LastingLogin login;
  private final InstantSource clock;
  private final Instant since;
  private volatile Instant lastHeard;

  private Opening(
      String id,
      String transport,
      String address,
      String userAgent,
      LastingLogin login,
      InstantSource clock) {
    this.id = id;
    this.transport = transport;
    this.address = address;
    this.userAgent = userAgent;
    this.login = login;
    this.clock = clock;
    this.since = clock.instant();
    this.lastHeard = since;
  }

  /** By that handshake, from now on to be known by that id. */
  static Opening by(ServerMessage handshake, String id, InstantSource clock) {
    BayeuxContext context = handshake.getBayeuxContext();
    String address =
        context.getRemoteAddress() instanceof InetSocketAddress internet
            ? internet.getHostString()
            : "";
    return new Opening(
        id,
        handshake.getServerTransport().getName(),
        address,
        Optional.ofNullable(context.getHeader("User-Agent")).orElse(""),
        login(context),
        clock);
  }

  /** Whether who handshakes may: a WebSocket may have been opened long before. */
  static boolean isGood(BayeuxContext context) {
    return login(context).isGood();
  }

  private static LastingLogin login(BayeuxContext context) {
    return context.getRequestAttribute(LOGIN) instanceof LastingLogin login
        ? login
        : LastingLogin.UNKNOWN;
  }

  /** The request was logged in so; what it opens knows it from now on. */
  static void with(LastingLogin login, HttpServletRequest request) {
    request.setAttribute(LOGIN, login);
  }

  /** Whether that is the name under which a request knows its log-in. */
  static boolean isLogin(String attribute) {
    return attribute.equals(LOGIN);
  }

  @Override
  public boolean rcv(ServerSession session, ServerMessage.Mutable message) {
    lastHeard = clock.instant();
    return true;
  }

  @Override
  public boolean rcvMeta(ServerSession session, ServerMessage.Mutable message) {
    return rcv(session, message);
  }

  Connection connection(UserId user) {
    return new Connection(id, user, transport, since, lastHeard, address, userAgent, login);
  }
}
