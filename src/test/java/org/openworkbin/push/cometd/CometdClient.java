package org.openworkbin.push.cometd;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.cometd.bayeux.Message;
import org.cometd.client.BayeuxClient;
import org.cometd.client.http.jetty.JettyHttpClientTransport;
import org.cometd.client.transport.ClientTransport;
import org.cometd.client.websocket.jakarta.WebSocketTransport;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.ee11.websocket.jakarta.client.JakartaWebSocketClientContainerProvider;
import org.openworkbin.testing.DescribedBayeux;

/** The CometD project's own client, with what it received. */
final class CometdClient implements AutoCloseable {
  private final BayeuxClient bayeux;
  private final Below below;
  private final DescribedBayeux described = new DescribedBayeux();
  private final BlockingQueue<Map<String, Object>> received = new LinkedBlockingQueue<>();

  private CometdClient(Slice slice, ClientTransport transport, Below below) {
    this.bayeux = new BayeuxClient(slice.url(), transport);
    this.bayeux.addExtension(described);
    this.below = below;
  }

  static CometdClient longPolling(Slice slice, String user) throws Exception {
    HttpClient http = new HttpClient();
    http.start();
    ClientTransport transport =
        new JettyHttpClientTransport(new HashMap<>(), http) {
          @Override
          protected void customize(Request request) {
            request.headers(headers -> headers.put("Authorization", basic(user)));
          }
        };
    return new CometdClient(slice, transport, http::stop);
  }

  static CometdClient webSocket(Slice slice, String user) {
    var container = JakartaWebSocketClientContainerProvider.getContainer(null);
    ClientTransport transport =
        new WebSocketTransport(new HashMap<>(), null, container) {
          @Override
          protected void onHandshakeRequest(Map<String, List<String>> headers) {
            headers.put("Authorization", List.of(basic(user)));
          }
        };
    return new CometdClient(
        slice, transport, () -> JakartaWebSocketClientContainerProvider.stop(container));
  }

  static String basic(String user) {
    return "Basic " + Base64.getEncoder().encodeToString((user + ":demo").getBytes(UTF_8));
  }

  /** Handshakes and waits until that channel is listened to. */
  CometdClient listening(String channel) throws InterruptedException {
    CountDownLatch listening = new CountDownLatch(1);
    bayeux.handshake(reply -> {
      if (reply.isSuccessful()) {
        bayeux
            .getChannel(channel)
            .subscribe((_, message) -> received.add(data(message)), _ -> listening.countDown());
      }
    });
    if (!listening.await(20, TimeUnit.SECONDS)) {
      throw new AssertionError("no handshake");
    }
    return this;
  }

  private static Map<String, Object> data(Message message) {
    return message.getDataAsMap();
  }

  String id() {
    return bayeux.getId();
  }

  BayeuxClient bayeux() {
    return bayeux;
  }

  /** The next message's data. */
  Map<String, Object> next() throws InterruptedException {
    Map<String, Object> next = received.poll(20, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing came");
    }
    described.check();
    return next;
  }

  int waiting() {
    return received.size();
  }

  @Override
  public void close() {
    bayeux.disconnect(2_000);
    try {
      below.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    described.check();
  }

  private interface Below {
    void stop() throws Exception;
  }
}
