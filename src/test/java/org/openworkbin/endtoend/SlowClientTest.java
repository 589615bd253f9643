package org.openworkbin.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.cometd.server.BayeuxServerImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Content;
import org.openworkbin.ledger.Creation;
import org.openworkbin.ledger.Ledger;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.ledger.Reason;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.DescribedApi;
import org.openworkbin.testing.PushClient;
import org.openworkbin.testing.PushClient.Carrier;
import org.openworkbin.testing.PushClient.Heard;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

/** Clients that read nothing, poll no more or are gone, beside others that want to work. */
class SlowClientTest {
  private static final String NOTIFICATIONS = "/api/v2/notifications";
  private static final int ROUNDS = 150;

  private static DemoServer demo;
  private static Calls calls;

  @BeforeAll
  static void start() {
    demo =
        DemoServer.start(
            Dialect.SQLITE,
            Map.of("open-workbin.push.max-queue", "100", "open-workbin.push.max-interval", "20s"));
    calls = new Calls(demo);
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @Test
  void clientsThatReadNothingCostNobodyElseAnything() throws Exception {
    String item = parkLarge();
    try (PushClient ben = PushClient.listen(demo, Carrier.LONG_POLLING, "ben", "/**");
        PushClient cleo = PushClient.listen(demo, Carrier.WEBSOCKET, "cleo", "/**");
        Socket stuck =
            new Socket(InetAddress.getLoopbackAddress(), URI.create(demo.url()).getPort())) {
      for (String user : List.of("ada", "ben", "cleo")) {
        calls.done(user, Calls.TEAM_BIN, "Subscribe");
      }
      List<String> deaf = new ArrayList<>();
      deaf.add(pollsNoMore());
      deaf.add(readsNoPoll(stuck));
      WebSocket socket = readsNoSocket(deaf);
      String poll = "[" + connect("websocket").replace("$", deaf.getLast()) + "]";
      long revision = calls.revision("ben", Calls.TEAM_BIN);

      for (int i = 0; i < ROUNDS; i++) {
        calls.done("ben", Calls.TEAM_BIN, "PullWorkitem", item);
        calls.done("ben", Calls.TEAM_BIN, "AddWorkitem", item);
        revision += 2;
        for (PushClient client : List.of(ben, cleo)) {
          assertThat(revisions(client.until(last(revision))))
              .as(client.transport())
              .containsExactly(revision - 1, revision);
        }
        var _ = socket.sendText(poll, true);
      }

      BayeuxServerImpl server = demo.part(BayeuxServerImpl.class);
      assertThat(deaf).hasSize(3).doesNotContainNull();
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> {
            var _ = socket.sendText(poll, true);
            return deaf.stream().noneMatch(id -> server.getSession(id) != null);
          });
      socket.abort();
    }
  }

  private static Predicate<Heard> last(long revision) {
    return told -> told.data().has("action") && told.data().path("revision").asLong() == revision;
  }

  private static List<Long> revisions(List<Heard> heard) {
    return heard.stream()
        .map(Heard::data)
        .filter(told -> told.has("action"))
        .map(told -> told.get("revision").longValue())
        .toList();
  }

  /** A work item with as much user data as it can have. */
  private static String parkLarge() {
    InteractionId id = demo.part(IdGenerator.class).newInteractionId();
    Outcome outcome =
        demo.part(Ledger.class)
            .create(
                new Creation(
                    id,
                    Medium.WORKITEM,
                    new Content(
                        "Inbound",
                        "2026-11-22 09:00:00.000+0000",
                        0,
                        "{}",
                        "{\"Note\":\"" + "x".repeat(60_000) + "\"}"),
                    "test",
                    new Location.Bin(demo.teamBin()),
                    new UserId("test"),
                    Reason.CREATE,
                    0,
                    0));
    assertThat(outcome).isInstanceOf(Outcome.Moved.class);
    return id.value();
  }

  /** Handshakes, listens, polls once and is gone; returns its client id. */
  private static String pollsNoMore() {
    String id =
        bayeux("[{\"channel\":\"/meta/handshake\",\"version\":\"1.0\"}]")
            .get(0)
            .get("clientId")
            .stringValue();
    bayeux(
        ("[{\"channel\":\"/meta/subscribe\",\"clientId\":\"$\",\"subscription\":\"/**\"},"
                + connect("long-polling")
                + "]")
            .replace("$", id));
    return id;
  }

  /** Does the same and then polls on a connection of which it reads nothing. */
  private static String readsNoPoll(Socket stuck) throws IOException {
    String id = pollsNoMore();
    String body = "[" + connect("long-polling").replace("$", id) + "]";
    stuck.setReceiveBufferSize(1024);
    stuck
        .getOutputStream()
        .write(
            ("POST %s HTTP/1.1\r\nHost: x\r\nAuthorization: %s\r\n"
                    + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s")
                .formatted(NOTIFICATIONS, basic(), body.length(), body)
                .getBytes(UTF_8));
    return id;
  }

  /** Handshakes and listens over a WebSocket and reads nothing more, however often it polls. */
  private static WebSocket readsNoSocket(List<String> deaf) throws InterruptedException {
    BlockingQueue<String> replies = new LinkedBlockingQueue<>();
    WebSocket socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .header("Authorization", basic())
            .buildAsync(
                URI.create(demo.url().replace("http:", "ws:") + NOTIFICATIONS),
                new WebSocket.Listener() {
                  @Override
                  public CompletionStage<?> onText(
                      WebSocket opened, CharSequence text, boolean last) {
                    replies.add(text.toString());
                    return null; // and asks for no further one
                  }
                })
            .join();
    socket.sendText("[{\"channel\":\"/meta/handshake\",\"version\":\"1.0\"}]", true).join();
    String reply = replies.poll(30, TimeUnit.SECONDS);
    assertThat(reply).isNotNull();
    DescribedApi.ours().checkBayeux(reply);
    String id = reply.replaceAll(".*\"clientId\":\"([^\"]+)\".*", "$1");
    socket
        .sendText(
            ("[{\"channel\":\"/meta/subscribe\",\"clientId\":\"$\",\"subscription\":\"/**\"},"
                    + connect("websocket")
                    + "]")
                .replace("$", id),
            true)
        .join();
    deaf.add(id);
    return socket;
  }

  private static String connect(String type) {
    return "{\"channel\":\"/meta/connect\",\"clientId\":\"$\",\"connectionType\":\"" + type + "\"}";
  }

  private static String basic() {
    return "Basic " + Base64.getEncoder().encodeToString("ada:demo".getBytes(UTF_8));
  }

  private static JsonNode bayeux(String messages) {
    Reply reply = demo.client("ada").post(NOTIFICATIONS, messages);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }
}
