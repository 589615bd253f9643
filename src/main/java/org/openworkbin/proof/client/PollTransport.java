package org.openworkbin.proof.client;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.Promise;
import org.cometd.client.http.jetty.JettyHttpClientTransport;
import org.cometd.client.transport.ClientTransport;
import org.cometd.client.transport.TransportListener;
import org.eclipse.jetty.client.Request;

/** Long-polling with Basic credentials and without cookies. */
final class PollTransport extends JettyHttpClientTransport implements CutTransport {
  private static final long NETWORK_DELAY_MILLIS = 60_000;

  private final String credentials;
  private final Arrivals arrivals;
  private final Set<Request> underWay = ConcurrentHashMap.newKeySet();

  PollTransport(PushPool pool, String credentials, Arrivals arrivals) {
    super(options(), pool.http());
    this.credentials = credentials;
    this.arrivals = arrivals;
  }

  private static Map<String, Object> options() {
    Map<String, Object> options = new HashMap<>();
    options.put(MAX_NETWORK_DELAY_OPTION, NETWORK_DELAY_MILLIS);
    options.put(MAX_MESSAGE_SIZE_OPTION, PushPool.largestMessage());
    return options;
  }

  @Override
  protected void customize(Request request) {
    request.headers(headers -> headers.put("Authorization", credentials));
    underWay.add(request);
    request.onComplete(_ -> underWay.remove(request));
  }

  @Override
  protected void storeCookies(URI uri, Map<String, List<String>> cookies) {}

  @Override
  public void send(TransportListener listener, List<Message.Mutable> messages) {
    super.send(new Marking(listener), messages);
  }

  @Override
  public ClientTransport asTransport() {
    return this;
  }

  @Override
  public void cut() {
    underWay.forEach(request -> {
      var _ = request.abort(new IOException("cut"));
    });
  }

  /** Marks what is answered before it is told. */
  private final class Marking implements TransportListener {
    private final TransportListener listener;

    private Marking(TransportListener listener) {
      this.listener = listener;
    }

    @Override
    public void onSending(List<? extends Message> messages) {
      listener.onSending(messages);
    }

    @Override
    public void onMessages(List<Message.Mutable> messages) {
      listener.onMessages(arrivals.mark(messages));
    }

    @Override
    public void onFailure(Throwable failure, List<? extends Message> messages) {
      listener.onFailure(failure, messages);
    }

    @Override
    public void onTimeout(List<? extends Message> messages, Promise<Long> promise) {
      listener.onTimeout(messages, promise);
    }
  }
}
