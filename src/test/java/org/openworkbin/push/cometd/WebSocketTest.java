package org.openworkbin.push.cometd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.cometd.server.BayeuxServerImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openworkbin.ledger.Location;
import org.openworkbin.push.Notice;
import org.openworkbin.push.Post;
import org.openworkbin.push.Team;
import org.openworkbin.push.Topic;
import org.openworkbin.testing.DescribedApi;
import org.openworkbin.testing.PlainWebSocket;
import tools.jackson.databind.JsonNode;

class WebSocketTest {
  private static Slice slice;

  @BeforeAll
  static void start() {
    slice =
        Slice.start(
            "--open-workbin.push.hold=2s",
            "--open-workbin.cors.allowed-origins=https://desktop.example.com");
  }

  @AfterAll
  static void stop() {
    slice.close();
  }

  @Test
  void cometdClientIsToldOverWebSocket() throws Exception {
    try (CometdClient ada = CometdClient.webSocket(slice, "ada").listening("/v2/me/*")) {
      slice.ledger.move("W1", new Location.Nowhere(), new Location.Hand(Team.ADA), Team.ADA);

      assertThat(ada.next()).containsEntry("id", "W1").containsEntry("for", "ada0");
      assertThat(ada.bayeux().getTransport().getName()).isEqualTo("websocket");
    }
  }

  @Test
  void cometdClientIsToldByLongPolling() throws Exception {
    try (CometdClient ada = CometdClient.longPolling(slice, "ada").listening("/v2/me/*")) {
      slice.ledger.move("W2", new Location.Nowhere(), new Location.Hand(Team.ADA), Team.ADA);

      assertThat(ada.next()).containsEntry("id", "W2");
    }
  }

  @Test
  void upgradeWithoutLogInIsAPlainRefusal() {
    assertRefused(HttpClient.newHttpClient().newWebSocketBuilder(), 403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://evil.example.com", "null", "http://127.0.0.1:1", "http://x127.0.0.1"})
  void pageOfAnotherOriginGetsNoWebSocket(String origin) {
    assertRefused(
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .header("Authorization", CometdClient.basic("ada"))
            .header("Origin", origin),
        403);
  }

  private static void assertRefused(WebSocket.Builder builder, int status) {
    assertThatThrownBy(() -> builder.buildAsync(address(), new Texts()).join())
        .isInstanceOf(CompletionException.class)
        .cause()
        .asInstanceOf(InstanceOfAssertFactories.type(WebSocketHandshakeException.class))
        .satisfies(refused -> {
          HttpResponse<?> answer = refused.getResponse();
          assertThat(answer.statusCode()).isEqualTo(status);
          DescribedApi.ours()
              .check(
                  new DescribedApi.Exchange(
                      "GET",
                      address().getPath(),
                      "",
                      answer.statusCode(),
                      answer.headers()::firstValue,
                      (String) answer.body()));
        });
  }

  @Test
  void pageOfThisServerOrOfAListedOriginGetsOne() {
    for (String origin :
        List.of("http://127.0.0.1:" + slice.port(), "https://desktop.example.com")) {
      WebSocket socket =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .header("Authorization", CometdClient.basic("ada"))
              .header("Origin", origin)
              .buildAsync(address(), new Texts())
              .join();
      socket.abort();
    }
  }

  @Test
  void clientIdOfAnotherUserIsUnknown() throws Exception {
    Texts texts = new Texts();
    try (CometdClient ada = CometdClient.webSocket(slice, "ada").listening("/**")) {
      WebSocket ben = open("ben", texts);
      ben.sendText(
              "[{\"channel\":\"/meta/connect\",\"clientId\":\"%s\",\"connectionType\":\"websocket\"}]"
                  .formatted(ada.id()),
              true)
          .join();
      JsonNode reply = texts.next().getFirst();
      send(Team.ADA, "hers");

      assertThat(reply.path("error").asString()).startsWith("402");
      assertThat(reply.path("advice").path("reconnect").asString()).isEqualTo("handshake");
      assertThat(ada.next()).containsEntry("text", "hers");
      assertThat(texts.waiting()).isZero();
      ben.abort();
    }
  }

  @Test
  void sessionThatBeganByLongPollingGoesOnByWebSocket() throws Exception {
    RawClient polling = RawClient.withoutCookies(slice, "ada").connected("/v2/me/workbins");
    Texts texts = new Texts();
    WebSocket socket = open("ada", texts);

    socket
        .sendText(
            "[{\"channel\":\"/meta/connect\",\"clientId\":\"%s\",\"connectionType\":\"websocket\"}]"
                .formatted(polling.clientId()),
            true)
        .join();
    await()
        .until(() ->
            !slice
                .bean(BayeuxServerImpl.class)
                .getSession(polling.clientId())
                .getServerTransport()
                .getName()
                .equals("long-polling"));
    send(Team.ADA, "by socket");

    assertThat(texts.nextEvent().path("data").path("text").asString()).isEqualTo("by socket");
    socket.abort();
  }

  @Test
  void nobodyPublishesOverWebSocket() throws Exception {
    Texts texts = new Texts();
    WebSocket ada = handshaken("ada", texts);
    ada.sendText(
            "[{\"channel\":\"/v2/me/workbins\",\"clientId\":\"%s\",\"data\":{\"forged\":true}}]"
                .formatted(texts.clientId),
            true)
        .join();

    JsonNode reply = texts.next().getFirst();
    assertThat(reply.path("successful").asBoolean()).isFalse();
    assertThat(reply.path("error").asString()).startsWith("403");
    ada.abort();
  }

  @ParameterizedTest
  @MethodSource("org.openworkbin.push.cometd.MalformedTest#bodiesThatAreNotBayeux")
  void whatIsNotBayeuxClosesTheSocketWithoutAnException(String body) throws Exception {
    Texts texts = new Texts();
    WebSocket ada = handshaken("ada", texts);

    ada.sendText(body.replace("$", texts.clientId), true).join();

    assertThat(texts.closed.get(20, TimeUnit.SECONDS)).startsWith("1007 Not Bayeux");
  }

  @Test
  void messageThatIsTooLargeClosesTheSocket() throws Exception {
    Texts texts = new Texts();
    WebSocket ada = open("ada", texts);

    // The server may close before it has read all of it: then the sending fails.
    var _ = ada.sendText(" ".repeat(70_000), true);

    assertThat(texts.closed.get(20, TimeUnit.SECONDS)).startsWith("1009");
  }

  @Test
  void sessionThatTheServerEndsTakesItsSocketAlong() throws Exception {
    try (PlainWebSocket ben = new PlainWebSocket(slice.port(), "ben")) {
      ben.send("[{\"channel\":\"/meta/handshake\"}]");
      assertThat(ben.read()).contains("\"successful\":true");

      slice.bean(Sessions.class).close(Team.BEN);

      ben.awaitEnd();
    }
  }

  @Test
  void burstArrivesCompleteAndInOrder() throws Exception {
    try (CometdClient ada = CometdClient.webSocket(slice, "ada").listening("/v2/me/workbins")) {
      int count = 2_000;
      for (int i = 0; i < count; i++) {
        send(Team.ADA, "" + i);
      }
      for (int i = 0; i < count; i++) {
        assertThat(ada.next()).containsEntry("text", "" + i);
      }
    }
  }

  @Test
  void burstReachesEverySocketInOrder() throws Exception {
    try (CometdClient first = CometdClient.webSocket(slice, "ada").listening("/v2/me/*");
        CometdClient second = CometdClient.webSocket(slice, "ada").listening("/v2/me/*");
        CometdClient ben = CometdClient.webSocket(slice, "ben").listening("/v2/me/*")) {
      for (int i = 0; i < 300; i++) {
        send(Team.ADA, "m" + i);
        send(Team.BEN, "m" + i);
      }

      for (CometdClient client : List.of(first, second, ben)) {
        for (int i = 0; i < 300; i++) {
          assertThat(client.next()).containsEntry("text", "m" + i);
        }
      }
    }
  }

  private static void send(org.openworkbin.id.UserId user, String text) {
    String data = "{\"messageType\":\"Test\",\"text\":\"%s\"}".formatted(text);
    slice.bean(Post.class).send(user, new Notice(Topic.WORKBINS, data));
  }

  private static URI address() {
    return URI.create(slice.url().replace("http:", "ws:"));
  }

  private static WebSocket open(String user, Texts texts) {
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .header("Authorization", CometdClient.basic(user))
        .buildAsync(address(), texts)
        .join();
  }

  private static WebSocket handshaken(String user, Texts texts) throws InterruptedException {
    WebSocket socket = open(user, texts);
    socket.sendText("[{\"channel\":\"/meta/handshake\"}]", true).join();
    texts.clientId = texts.next().getFirst().path("clientId").asString();
    return socket;
  }

  /** What a WebSocket received, as messages. */
  private static final class Texts implements WebSocket.Listener {
    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final CompletableFuture<Throwable> failed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private volatile String clientId = "";

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        texts.add(part.toString());
        part.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed.complete(code + " " + reason);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      failed.complete(error);
    }

    List<JsonNode> next() throws InterruptedException {
      String next = texts.poll(20, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("nothing came");
      }
      return RawClient.messages(next);
    }

    JsonNode nextEvent() throws InterruptedException {
      while (true) {
        for (JsonNode message : next()) {
          if (!message.path("channel").asString().startsWith("/meta/")) {
            return message;
          }
        }
      }
    }

    int waiting() {
      return texts.size();
    }
  }
}
