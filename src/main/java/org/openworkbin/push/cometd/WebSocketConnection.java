package org.openworkbin.push.cometd;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.cometd.bayeux.Promise;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.bayeux.server.ServerSession;
import org.cometd.server.websocket.common.AbstractWebSocketEndPoint;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;
import org.openworkbin.http.LastingLogin;
import org.openworkbin.id.UserId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket of one user. Other than CometD's it takes no {@code clientId} of another user,
 * sends the messages of a session in their order, and tells a client nothing of an exception.
 * Public only because Jetty calls it by method handles.
 */
public final class WebSocketConnection extends AbstractWebSocketEndPoint
    implements Session.Listener, ServerSession.RemovedListener {
  private static final Logger log = LoggerFactory.getLogger(WebSocketConnection.class);

  /** Far more than of a client that waits for an answer to its poll before it polls again. */
  private static final int MOST_FLUSHES = 100;

  private final WebSocketTransport transport;
  private final UserId user;
  private final LastingLogin login;

  /**
   * CometD begins a flush for each poll, whether or not earlier ones are written yet, and each
   * takes what is in the session's queue: who polls and reads nothing would have all of it stored
   * here, where nobody counts. What waits for its turn is left in that queue, which has a bound.
   * Nor can two flushes swap what they took.
   */
  private final Turns flushes = new Turns();

  private volatile @Nullable Session socket;

  WebSocketConnection(WebSocketTransport transport, UpgradeContext context) {
    super(transport, context);
    this.transport = transport;
    this.user = context.user();
    this.login = context.login();
    context.opened(this);
  }

  @Override
  public void onWebSocketOpen(Session opened) {
    opened.setMaxTextMessageSize(transport.maxMessageSize());
    opened.setIdleTimeout(transport.idleTimeout());
    socket = opened;
    opened.demand();
  }

  @Override
  public void onWebSocketText(String text) {
    transport.heard(user);
    login.heard();
    try {
      onMessage(text, Promise.from(_ -> demand(), this::refuse));
    } catch (RuntimeException e) {
      refuse(e);
    }
  }

  private void demand() {
    Session open = socket;
    if (open != null) {
      open.demand();
    }
  }

  @Override
  public void onMessage(String text, Promise<Void> promise) {
    List<ServerMessage.Mutable> messages;
    try {
      messages = transport.json().parse(text);
    } catch (MalformedException e) {
      promise.fail(e);
      return;
    }
    boolean foreign = false;
    for (ServerMessage.Mutable message : messages) {
      String clientId = message.getClientId();
      if (clientId != null && transport.isForeign(clientId, user)) {
        message.setClientId(null);
        foreign = true;
      }
    }
    // Without an id it is answered like an unknown one.
    super.onMessage(foreign ? transport.json().generate(messages) : text, promise);
  }

  @Override
  protected void flush(Context context, Promise<Void> promise) {
    int waiting =
        flushes.take(over ->
            super.flush(
                context,
                Promise.from(
                    _ -> {
                      over.run();
                      promise.succeed(null);
                    },
                    failure -> {
                      over.run();
                      promise.fail(failure);
                    })));
    if (waiting > MOST_FLUSHES) {
      log.debug("The WebSocket of {} polls on and on and reads nothing", user.value());
      disconnect();
    }
  }

  /** On another thread: who calls may hold locks. */
  private void disconnect() {
    Session open = socket;
    if (open != null) {
      transport.getBayeuxServer().execute(open::disconnect);
    }
  }

  @Override
  protected void send(ServerSession session, String text, Promise<Void> promise) {
    Session open = socket;
    if (open == null) {
      promise.fail(new IOException("the WebSocket is not open"));
    } else {
      send(open, Frames.of(text).iterator(), promise);
    }
  }

  private static void send(Session open, Iterator<String> frames, Promise<Void> promise) {
    String frame = frames.next();
    open.sendText(
        frame,
        Callback.from(
            () -> {
              if (frames.hasNext()) {
                send(open, frames, promise);
              } else {
                promise.succeed(null);
              }
            },
            promise::fail));
  }

  private void refuse(Throwable failure) {
    if (failure instanceof MalformedException) {
      close(StatusCode.BAD_PAYLOAD, "Not Bayeux: " + failure.getMessage());
    } else if (failure instanceof IOException) {
      close(StatusCode.PROTOCOL, "Not Bayeux");
    } else {
      log.error("A message on a WebSocket could not be handled", failure);
      close(StatusCode.SERVER_ERROR, "");
    }
  }

  /** CometD hands over exceptions as the reason of server errors; those are not for the client. */
  @Override
  public void close(int code, String reason) {
    Session open = socket;
    if (open != null) {
      open.close(code, code == StatusCode.SERVER_ERROR ? "Internal error" : reason, Callback.NOOP);
    }
  }

  @Override
  public void onWebSocketClose(int code, String reason, Callback callback) {
    onClose(code, reason);
    callback.succeed();
  }

  @Override
  public void onWebSocketError(Throwable failure) {
    onError(failure);
  }

  /**
   * A session that the server ends takes its connection with it: a client that reads nothing would
   * hold it for long. One that the client ends, or whose user went home, is closed by the client.
   */
  @Override
  public void removed(ServerSession session, ServerMessage message, boolean timeout) {
    if (message == null && !transport.isLeaving(session)) {
      disconnect();
    }
  }
}
