package org.openworkbin.proof.client;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.WebSocketContainer;
import java.io.IOException;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cometd.bayeux.Message;
import org.cometd.client.transport.ClientTransport;
import org.cometd.client.websocket.jakarta.WebSocketTransport;
import org.eclipse.jetty.ee11.websocket.jakarta.common.JakartaWebSocketSession;
import org.jspecify.annotations.Nullable;

/** WebSocket with Basic credentials on its upgrade. */
final class SocketTransport extends WebSocketTransport implements CutTransport {
  private static final long NETWORK_DELAY_MILLIS = 60_000;

  private static final String MARK = "org.openworkbin.transport";

  private final String credentials;
  private final Arrivals arrivals;
  private volatile @Nullable JakartaWebSocketSession session;

  SocketTransport(PushPool pool, String credentials, Arrivals arrivals) {
    super(options(), pool.scheduler(), pool.webSockets());
    this.credentials = credentials;
    this.arrivals = arrivals;
  }

  private static Map<String, Object> options() {
    Map<String, Object> options = new HashMap<>();
    options.put(MAX_NETWORK_DELAY_OPTION, NETWORK_DELAY_MILLIS);
    options.put(MAX_MESSAGE_SIZE_OPTION, PushPool.largestMessage());
    options.put(IDLE_TIMEOUT_OPTION, 0L);
    return options;
  }

  @Override
  protected void onHandshakeRequest(Map<String, List<String>> headers) {
    headers.put("Authorization", List.of(credentials));
  }

  /** Leaves a mark by which {@link #opened} finds whose session it is. */
  @Override
  protected Delegate connect(
      WebSocketContainer container, ClientEndpointConfig configuration, String uri)
      throws IOException {
    configuration.getUserProperties().put(MARK, this);
    return super.connect(container, configuration, uri);
  }

  /** A session of the shared container has begun. */
  static void opened(JakartaWebSocketSession session) {
    if (session.getUserProperties().get(MARK) instanceof SocketTransport transport) {
      transport.session = session;
    }
  }

  @Override
  protected List<Message.Mutable> parseMessages(String content) throws ParseException {
    return arrivals.mark(super.parseMessages(content));
  }

  @Override
  public ClientTransport asTransport() {
    return this;
  }

  @Override
  public void cut() {
    JakartaWebSocketSession open = session;
    if (open != null) {
      open.abort();
    }
  }
}
