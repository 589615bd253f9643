package org.openworkbin.push.cometd;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cometd.server.websocket.common.AbstractBayeuxContext;
import org.jspecify.annotations.Nullable;
import org.openworkbin.http.LastingLogin;
import org.openworkbin.id.UserId;

/** What is known of a WebSocket from the request that opened it, whose user is its user. */
final class UpgradeContext extends AbstractBayeuxContext {
  private final UserId user;
  private final LastingLogin login;
  private volatile @Nullable WebSocketConnection connection;

  UpgradeContext(HttpServletRequest request, UserId user, LastingLogin login) {
    super(
        request.getRequestURI(),
        request.getContextPath(),
        null,
        headers(request),
        Map.of(),
        request.getUserPrincipal(),
        InetSocketAddress.createUnresolved(request.getLocalAddr(), request.getLocalPort()),
        InetSocketAddress.createUnresolved(request.getRemoteAddr(), request.getRemotePort()),
        Collections.list(request.getLocales()),
        request.getProtocol(),
        request.isSecure());
    this.user = user;
    this.login = login;
  }

  UserId user() {
    return user;
  }

  LastingLogin login() {
    return login;
  }

  void opened(WebSocketConnection opened) {
    connection = opened;
  }

  /** The connection that came of it. */
  Optional<WebSocketConnection> connection() {
    return Optional.ofNullable(connection);
  }

  @Override
  public @Nullable Object getRequestAttribute(String name) {
    if (name.equals(RequestUser.ATTRIBUTE)) {
      return user;
    }
    return Opening.isLogin(name) ? login : null;
  }

  private static Map<String, List<String>> headers(HttpServletRequest request) {
    Map<String, List<String>> headers = new HashMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.put(name, Collections.list(request.getHeaders(name)));
    }
    return headers;
  }
}
