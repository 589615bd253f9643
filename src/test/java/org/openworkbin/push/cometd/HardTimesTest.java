package org.openworkbin.push.cometd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.cometd.server.BayeuxServerImpl;
import org.cometd.server.ServerSessionImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Location;
import org.openworkbin.push.Attendance;
import org.openworkbin.push.Notice;
import org.openworkbin.push.Post;
import org.openworkbin.push.Subscriptions;
import org.openworkbin.push.Team;
import org.openworkbin.push.Topic;
import tools.jackson.databind.JsonNode;

/** Clients that are slow, gone, or many; messages that come thick; a server that stops. */
class HardTimesTest {

  @Test
  void clientThatDoesNotFetchIsCutAndNobodyElse() {
    try (Slice slice = Slice.start("--open-workbin.push.max-queue=50")) {
      RawClient slow = RawClient.withoutCookies(slice, "ada").connected("/v2/me/workbins");
      RawClient other = RawClient.withoutCookies(slice, "ben").connected("/v2/me/workbins");
      RawClient second = RawClient.withoutCookies(slice, "ada");
      for (int i = 0; i < 51; i++) {
        if (i == 40) {
          second.connected("/v2/me/workbins");
        }
        send(slice, Team.ADA, "" + i);
      }
      send(slice, Team.BEN, "his");

      assertThat(slice.bean(BayeuxServerImpl.class).getSession(slow.clientId())).isNull();
      JsonNode refused = slow.connect().getFirst();
      assertThat(refused.path("error").asString()).startsWith("402");
      assertThat(refused.path("advice").path("reconnect").asString()).isEqualTo("handshake");
      assertThat(texts(other.receive(1))).containsExactly("his");
      assertThat(texts(second.receive(11)))
          .containsExactlyElementsOf(IntStream.range(40, 51).mapToObj(i -> "" + i).toList());
    }
  }

  @Test
  void heldPollOfOneThatIsCutIsToldToComeBack() throws Exception {
    try (Slice slice = Slice.start("--open-workbin.push.max-queue=50");
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      RawClient slow = RawClient.withoutCookies(slice, "ada").connected("/v2/me/workbins");
      Future<List<JsonNode>> held = heldPoll(slice, slow, threads);
      session(slice, slow).startBatch(); // as while another thread writes to it

      IntStream.range(0, 51).forEach(i -> send(slice, Team.ADA, "" + i));

      List<JsonNode> answer = held.get();
      assertThat(answer).hasSize(1);
      assertThat(answer.getFirst().path("channel").asString()).isEqualTo("/meta/connect");
      assertThat(answer.getFirst().path("advice").path("reconnect").asString()).isEqualTo("retry");
      assertThat(slow.connect().getFirst().path("advice").path("reconnect").asString())
          .isEqualTo("handshake");
    }
  }

  /** Each poll would let CometD take what waits out of the queue that is bounded. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void webSocketThatReadsNothingIsCutAndNobodyElse(boolean polls) {
    try (Slice slice = Slice.start("--open-workbin.push.max-queue=50")) {
      Sleepy sleepy = new Sleepy();
      WebSocket socket = sleepy.open(slice);
      String id = sleepy.subscribed(slice, socket);
      BayeuxServerImpl server = slice.bean(BayeuxServerImpl.class);
      RawClient other = RawClient.withoutCookies(slice, "ben").connected("/v2/me/workbins");
      String large = "x".repeat(100_000);

      await()
          .until(() -> {
            send(slice, Team.ADA, large);
            if (polls) {
              socket.sendText(poll(id), true).join();
            }
            return server.getSession(id) == null;
          });
      send(slice, Team.BEN, "his");

      assertThat(texts(other.receive(1))).containsExactly("his");
      await().until(() -> !slice.bean(Attendance.class).isPresent(Team.ADA));
      socket.abort();
    }
  }

  @Test
  void webSocketThatPollsAllTheTimeAndReadsNothingIsClosed() {
    try (Slice slice = Slice.start("--open-workbin.push.max-interval=5s")) {
      Sleepy sleepy = new Sleepy();
      WebSocket socket = sleepy.open(slice);
      String id = sleepy.subscribed(slice, socket);
      String large = "x".repeat(100_000);

      await()
          .until(() -> {
            send(slice, Team.ADA, large);
            for (int i = 0; i < 10 && !socket.isOutputClosed(); i++) {
              var _ = socket.sendText(poll(id), true);
            }
            return slice.bean(BayeuxServerImpl.class).getSession(id) == null;
          });
      socket.abort();
    }
  }

  private static String poll(String clientId) {
    return "[{\"channel\":\"/meta/connect\",\"clientId\":\"%s\",\"connectionType\":\"websocket\"}]"
        .formatted(clientId);
  }

  private static String subscription(String clientId) {
    return "[{\"channel\":\"/meta/subscribe\",\"clientId\":\"%s\",\"subscription\":\"/**\"}]"
        .formatted(clientId);
  }

  @Test
  void clientThatVanishesIsForgotten() {
    try (Slice slice = Slice.start("--open-workbin.push.max-interval=3s")) {
      RawClient.withoutCookies(slice, "ada").connected("/v2/me/workbins");
      assertThat(slice.bean(Attendance.class).isPresent(Team.ADA)).isTrue();

      await().until(() -> !slice.bean(Attendance.class).isPresent(Team.ADA));
      assertThat(slice.bean(Sessions.class).of(Team.ADA)).isEmpty();
    }
  }

  @Test
  void burstArrivesCompleteInOrderAndInFewAnswers() {
    try (Slice slice = Slice.start()) {
      RawClient ada = RawClient.withoutCookies(slice, "ada").connected("/v2/me/workbins");
      slice.bean(Subscriptions.class).subscribe(Team.ADA, Team.BIN, false);
      int count = 2_000;
      for (int i = 0; i < count; i++) {
        slice.ledger.move("I" + i, new Location.Nowhere(), new Location.Bin(Team.BIN), Team.BEN);
      }

      List<String> received = new ArrayList<>();
      int answers = 0;
      while (received.size() < count) {
        answers++;
        ada.receive(1).forEach(message -> received.add(message.path("data").path("id").asString()));
      }
      assertThat(received)
          .containsExactlyElementsOf(IntStream.range(0, count).mapToObj(i -> "I" + i).toList());
      assertThat(answers).isLessThan(count / 10);
    }
  }

  @Test
  void messagesFromManyThreadsReachEverySessionOfTheUser() {
    try (Slice slice = Slice.start();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<RawClient> tabs =
          IntStream.range(0, 4)
              .mapToObj(_ -> RawClient.withoutCookies(slice, "ada").connected("/v2/me/workbins"))
              .toList();
      for (int thread = 0; thread < 8; thread++) {
        int from = thread * 100;
        var _ =
            threads.submit(() -> {
              for (int i = from; i < from + 100; i++) {
                send(slice, Team.ADA, "" + i);
              }
            });
      }

      for (RawClient tab : tabs) {
        assertThat(texts(tab.receive(800)))
            .containsExactlyInAnyOrderElementsOf(
                IntStream.range(0, 800).mapToObj(i -> "" + i).toList());
      }
    }
  }

  @Test
  void handshakeGivesABasicClientACookieToGoOnWith() {
    try (Slice slice = Slice.start()) {
      CookieManager jar = new CookieManager();
      RawClient ada = RawClient.withCookies(slice, "ada", jar);
      ada.handshake();
      RawClient bare = RawClient.withCookies(slice, "", jar);

      JsonNode reply =
          bare.exchange(
                  "[{\"channel\":\"/meta/connect\",\"clientId\":\"%s\"}]".formatted(ada.clientId()))
              .getFirst();

      assertThat(reply.path("successful").asBoolean()).isTrue();
      assertThat(jar.getCookieStore().getCookies())
          .isNotEmpty()
          .allMatch(cookie -> cookie.getPath().equals("/"));
    }
  }

  @Test
  void subscriptionOutlivesRestartAndNewHandshake() {
    Slice first = Slice.start();
    RawClient before = RawClient.withoutCookies(first, "ada").connected("/v2/me/workbins");
    first.bean(Subscriptions.class).subscribe(Team.ADA, Team.BIN, false);
    first.ledger.move("I1", new Location.Nowhere(), new Location.Bin(Team.BIN), Team.BEN);
    before.receive(1);

    try (Slice second = first.restart()) {
      RawClient after = RawClient.withoutCookies(second, "ada").connected("/v2/me/workbins");
      second.ledger.move("I2", new Location.Nowhere(), new Location.Bin(Team.BIN), Team.BEN);

      assertThat(after.receive(1))
          .extracting(message -> message.path("data").path("id").asString())
          .containsExactly("I2");
    }
  }

  @Test
  void stoppingServerAnswersHeldPolls() throws Exception {
    Slice slice = Slice.start();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      RawClient ada = RawClient.withoutCookies(slice, "ada").connected("/v2/me/workbins");
      Future<List<JsonNode>> held = heldPoll(slice, ada, threads);

      slice.close();

      JsonNode advice = held.get().getFirst().path("advice");
      assertThat(advice.path("reconnect").asString()).isEqualTo("retry");
      assertThat(advice.path("interval").asLong()).isPositive();
    }
  }

  /** The answer to a poll that the server holds by now. */
  private static Future<List<JsonNode>> heldPoll(
      Slice slice, RawClient client, ExecutorService threads) {
    ServerSessionImpl session = session(slice, client);
    long idle = session.getMetaConnectCycle();
    Future<List<JsonNode>> held = threads.submit(client::connect);
    await().until(() -> session.getMetaConnectCycle() != idle);
    return held;
  }

  private static ServerSessionImpl session(Slice slice, RawClient client) {
    return (ServerSessionImpl) slice.bean(BayeuxServerImpl.class).getSession(client.clientId());
  }

  private static List<String> texts(List<JsonNode> messages) {
    return messages.stream().map(each -> each.path("data").path("text").asString()).toList();
  }

  private static void send(Slice slice, UserId user, String text) {
    String data = "{\"messageType\":\"Test\",\"text\":\"%s\"}".formatted(text);
    slice.bean(Post.class).send(user, new Notice(Topic.WORKBINS, data));
  }

  /** Reads one message, which it needs, and no more. */
  private static final class Sleepy implements WebSocket.Listener {
    private final BlockingQueue<String> first = new LinkedBlockingQueue<>();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      first.add(data.toString());
      return null;
    }

    WebSocket open(Slice slice) {
      return HttpClient.newHttpClient()
          .newWebSocketBuilder()
          .header("Authorization", CometdClient.basic("ada"))
          .buildAsync(URI.create(slice.url().replace("http:", "ws:")), this)
          .join();
    }

    /** Handshakes and subscribes; returns the client id. */
    String subscribed(Slice slice, WebSocket socket) {
      socket.sendText("[{\"channel\":\"/meta/handshake\"}]", true).join();
      await().until(() -> !first.isEmpty());
      String id = RawClient.messages(first.remove()).getFirst().path("clientId").asString();
      socket.sendText(subscription(id), true).join();
      await()
          .until(() ->
              !slice.bean(BayeuxServerImpl.class).getSession(id).getSubscriptions().isEmpty());
      return id;
    }
  }
}
