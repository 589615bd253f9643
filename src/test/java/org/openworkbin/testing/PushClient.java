package org.openworkbin.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.cometd.bayeux.Message;
import org.cometd.client.BayeuxClient;
import org.cometd.client.http.jetty.JettyHttpClientTransport;
import org.cometd.client.transport.ClientTransport;
import org.cometd.client.websocket.jakarta.WebSocketTransport;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.ee11.websocket.jakarta.client.JakartaWebSocketClientContainerProvider;
import org.openworkbin.id.BinId;
import org.openworkbin.id.WorkbinId;
import org.openworkbin.ledger.Medium;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who listens to notifications: the CometD project's own client, with Basic credentials on
 * every request and no cookies, and what it heard.
 */
public final class PushClient implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final WorkbinId IN_PROGRESS =
      new WorkbinId("aee812a5-7396-4dd9-b180-230f1c1fb085");
  private static final long LONGEST_WAIT_SECONDS = 30;

  /** The work items that mark ends; other sessions of the same user hear of them too. */
  private static final Set<String> ENDS = ConcurrentHashMap.newKeySet();

  private final DemoServer demo;
  private final String user;
  private final BayeuxClient bayeux;
  private final Below below;
  private final DescribedBayeux described = new DescribedBayeux();
  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

  private PushClient(DemoServer demo, String user, ClientTransport transport, Below below) {
    transport.setOption(ClientTransport.MAX_NETWORK_DELAY_OPTION, 60_000L);
    this.demo = demo;
    this.user = user;
    this.bayeux = new BayeuxClient(demo.url() + "/api/v2/notifications", transport);
    this.bayeux.addExtension(described);
    this.below = below;
  }

  /** Handshakes as that user and listens to that channel, which may be a wildcard. */
  public static PushClient listen(DemoServer demo, Carrier carrier, String user, String channel) {
    PushClient client =
        switch (carrier) {
          case LONG_POLLING -> longPolling(demo, user);
          case WEBSOCKET -> webSocket(demo, user);
        };
    client.handshake(channel);
    return client;
  }

  private static PushClient longPolling(DemoServer demo, String user) {
    HttpClient http = new HttpClient();
    try {
      http.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return new PushClient(demo, user, new Bare(http, user), http::stop);
  }

  private static PushClient webSocket(DemoServer demo, String user) {
    var container = JakartaWebSocketClientContainerProvider.getContainer(null);
    ClientTransport transport =
        new WebSocketTransport(new HashMap<>(), null, container) {
          @Override
          protected void onHandshakeRequest(Map<String, List<String>> headers) {
            headers.put("Authorization", List.of(basic(user)));
          }
        };
    return new PushClient(
        demo, user, transport, () -> JakartaWebSocketClientContainerProvider.stop(container));
  }

  private static String basic(String user) {
    return "Basic " + Base64.getEncoder().encodeToString((user + ":demo").getBytes(UTF_8));
  }

  private void handshake(String channel) {
    CountDownLatch listening = new CountDownLatch(1);
    bayeux.handshake(reply -> {
      if (reply.isSuccessful()) {
        bayeux.getChannel(channel).subscribe((_, told) -> hear(told), _ -> listening.countDown());
      }
    });
    try {
      if (!listening.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(user + " got no handshake");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void hear(Message message) {
    if (!message.isMeta()) {
      JsonNode data = JSON.readTree(JSON.writeValueAsString(message.getDataAsMap()));
      heard.add(new Heard(message.getChannel(), data));
    }
  }

  /** The name of the transport that the two sides agreed on. */
  public String transport() {
    return bayeux.getTransport().getName();
  }

  /** The next message, which is waited for. */
  public Heard next() {
    try {
      Heard next = heard.poll(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError(user + " heard nothing");
      }
      described.check();
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The next message on that channel, which is waited for; what comes before it is let go. */
  public Heard next(String channel) {
    return until(told -> told.channel().equals(channel)).getLast();
  }

  /** The messages up to the first that is like that, which is waited for. */
  public List<Heard> until(Predicate<Heard> last) {
    List<Heard> messages = new ArrayList<>();
    do {
      messages.add(next());
    } while (!last.test(messages.getLast()));
    return messages;
  }

  /**
   * Everything that there is to hear of what happened up to now, and of nothing else. To know where
   * it ends the user takes a work item out of his own bin, which is told after all that went
   * before; needs a channel on which that is heard.
   */
  public List<Heard> all() {
    String end = demo.park(Medium.WORKITEM, new BinId(IN_PROGRESS, demo.user(user)));
    ENDS.add(end);
    TestClient.Reply reply =
        demo.client(user)
            .post(
                "/api/v2/me/workbins/" + IN_PROGRESS.value(),
                "{\"operationName\":\"PullWorkitem\",\"id\":\"" + end + "\"}");
    if (reply.status() != 200) {
      throw new AssertionError(reply.text());
    }
    return until(told -> taken(told).equals(end)).stream()
        .filter(told -> !ENDS.contains(taken(told)) && !ENDS.contains(parked(told)))
        .toList();
  }

  /** What has been heard up to now and was not asked for; nothing is waited for. */
  public List<Heard> soFar() {
    List<Heard> messages = new ArrayList<>();
    heard.drainTo(messages);
    described.check();
    return messages;
  }

  private static String taken(Heard told) {
    return told.data().path("workitem").path("id").asString("");
  }

  private static String parked(Heard told) {
    return told.data().path("workitemStateResourceV2").path("id").asString("");
  }

  /** Is gone from one moment to the next, without a word to the server. */
  public void drop() {
    bayeux.abort();
    stop();
  }

  @Override
  public void close() {
    bayeux.disconnect(500);
    stop();
  }

  private void stop() {
    try {
      below.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    described.check();
  }

  /** What carries the messages. */
  public enum Carrier {
    LONG_POLLING("long-polling"),
    WEBSOCKET("websocket");

    private final String transport;

    Carrier(String transport) {
      this.transport = transport;
    }

    /** CometD's name for it. */
    public String transport() {
      return transport;
    }
  }

  /** One message. */
  public record Heard(String channel, JsonNode data) {}

  /** Long-polling that keeps no cookie. */
  private static final class Bare extends JettyHttpClientTransport {
    private final String user;

    Bare(HttpClient http, String user) {
      super(new HashMap<>(), http);
      this.user = user;
    }

    @Override
    protected void customize(Request request) {
      request.headers(headers -> headers.put("Authorization", basic(user)));
    }

    @Override
    protected void storeCookies(URI uri, Map<String, List<String>> cookies) {}
  }

  private interface Below {
    void stop() throws Exception;
  }
}
