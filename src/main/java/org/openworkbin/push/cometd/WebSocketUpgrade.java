package org.openworkbin.push.cometd;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.eclipse.jetty.ee11.websocket.server.JettyWebSocketServerContainer;
import org.openworkbin.http.AllowedOrigins;
import org.openworkbin.http.LastingLogin;
import org.openworkbin.id.UserId;
import org.openworkbin.refusal.Refusal;

/** Makes a WebSocket of a request that came through all filters, with the user who logged in. */
final class WebSocketUpgrade {
  private final WebSocketTransport transport;
  private final AllowedOrigins origins;

  WebSocketUpgrade(WebSocketTransport transport, AllowedOrigins origins) {
    this.transport = transport;
    this.origins = origins;
  }

  static boolean isWanted(HttpServletRequest request) {
    return request.getMethod().equals("GET")
        && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
  }

  void prepare(ServletContext context) {
    JettyWebSocketServerContainer.ensureContainer(context);
  }

  /**
   * Makes it, or refuses.
   *
   * @param login how that user logged in
   */
  void upgrade(
      HttpServletRequest request, HttpServletResponse response, UserId user, LastingLogin login)
      throws IOException {
    if (!origins.allow(request)) {
      throw new Refusal.NotPermitted("a WebSocket from this origin").asException();
    }
    boolean upgraded =
        JettyWebSocketServerContainer.getContainer(request.getServletContext())
            .upgrade(
                (_, answer) -> {
                  // Compressing a message for each receiver costs more than all else in sending it.
                  answer.setExtensions(List.of());
                  return new WebSocketConnection(
                      transport, new UpgradeContext(request, user, login));
                },
                request,
                response);
    if (!upgraded && !response.isCommitted()) {
      throw new Refusal.Invalid("Upgrade", "This is no request for a WebSocket").asException();
    }
  }
}
