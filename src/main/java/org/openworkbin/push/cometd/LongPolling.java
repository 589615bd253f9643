package org.openworkbin.push.cometd;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.server.BayeuxServerImpl;
import org.cometd.server.CometDRequest;
import org.cometd.server.ServerSessionImpl;
import org.cometd.server.http.AbstractHttpTransport;
import org.cometd.server.http.TransportContext;
import org.openworkbin.id.UserId;

/**
 * CometD's long-polling with two differences: the messages were read and checked before, and a
 * {@code clientId} is valid with the credentials of its own user and nothing else. Cookies neither
 * help nor are they needed.
 */
final class LongPolling extends AbstractHttpTransport {
  static final String NAME = "long-polling";

  /** The request attribute that holds the checked messages. */
  static final String MESSAGES = LongPolling.class.getName() + ".messages";

  private final Sessions sessions;

  LongPolling(BayeuxServerImpl server, Sessions sessions) {
    super(server, NAME);
    this.sessions = sessions;
  }

  @Override
  public boolean accept(CometDRequest request) {
    return "POST".equals(request.getMethod());
  }

  @Override
  protected void handle(TransportContext context) {
    processMessages(context, messages(context.request().getAttribute(MESSAGES)));
  }

  /** The checked messages of a request. */
  static List<ServerMessage.Mutable> messages(HttpServletRequest request) {
    return messages(request.getAttribute(MESSAGES));
  }

  @SuppressWarnings("unchecked") // only NotificationServlet sets it
  private static List<ServerMessage.Mutable> messages(Object attribute) {
    return (List<ServerMessage.Mutable>) attribute;
  }

  @Override
  protected Collection<ServerSessionImpl> findCurrentSessions(CometDRequest request) {
    return request.getAttribute(RequestUser.ATTRIBUTE) instanceof UserId user
        ? sessions.of(user)
        : List.of();
  }

  /** A session that was opened by WebSocket belongs to no browser and is not counted. */
  @Override
  public boolean incBrowserId(ServerSessionImpl session, boolean http2) {
    return session.getBrowserId() == null || super.incBrowserId(session, http2);
  }
}
