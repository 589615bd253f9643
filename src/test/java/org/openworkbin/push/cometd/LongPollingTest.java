package org.openworkbin.push.cometd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.CookieManager;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.cometd.server.BayeuxServerImpl;
import org.cometd.server.ServerSessionImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openworkbin.ledger.Location;
import org.openworkbin.push.Notice;
import org.openworkbin.push.Post;
import org.openworkbin.push.Subscriptions;
import org.openworkbin.push.Team;
import org.openworkbin.push.Topic;
import tools.jackson.databind.JsonNode;

class LongPollingTest {
  private static Slice slice;

  @BeforeAll
  static void start() {
    slice = Slice.start("--open-workbin.push.hold=2s", "--open-workbin.push.sweep-every=100ms");
  }

  @AfterAll
  static void stop() {
    slice.close();
  }

  @Test
  void subscriberIsToldOfWhatHappensInTheBin() {
    RawClient ada = RawClient.withoutCookies(slice, "ada").connected("/v2/me/workbins");
    slice.bean(Subscriptions.class).subscribe(Team.ADA, Team.BIN, false);

    slice.ledger.move("I1", new Location.Nowhere(), new Location.Bin(Team.BIN), Team.BEN);

    JsonNode told = ada.receive(1).getFirst();
    assertThat(told.path("channel").asString()).isEqualTo("/v2/me/workbins");
    assertThat(told.path("data").path("about").asString()).isEqualTo("Workbin");
    assertThat(told.path("data").path("id").asString()).isEqualTo("I1");
  }

  @Test
  void twoAgentsInOneCookieJarEachGetTheirOwn() {
    CookieManager jar = new CookieManager();
    RawClient ada = RawClient.withCookies(slice, "ada", jar).connected("/**");
    RawClient ben = RawClient.withCookies(slice, "ben", jar).connected("/**");

    slice.ledger.move("I2", new Location.Nowhere(), new Location.Hand(Team.BEN), Team.BEN);
    post("for ada");

    assertThat(ben.receive(1).getFirst().path("data").path("for").asString()).isEqualTo("ben0");
    assertThat(ada.receive(1).getFirst().path("data").path("text").asString()).isEqualTo("for ada");
  }

  @Test
  void firstConnectIsAnsweredAtOnceAndTheSecondHeld() {
    RawClient ada = RawClient.withoutCookies(slice, "ada");
    ada.handshake();

    long begun = System.nanoTime();
    assertThat(ada.connect().getFirst().path("successful").asBoolean()).isTrue();
    long first = System.nanoTime() - begun;
    assertThat(ada.connect().getFirst().path("successful").asBoolean()).isTrue();
    long second = System.nanoTime() - begun - first;

    assertThat(first).isLessThan(second);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/handshake", "/connect", "/any/thing"})
  void anySuffixOfTheAddressIsServed(String suffix) {
    RawClient ada = RawClient.withoutCookies(slice, "ada");
    HttpResponse<String> response =
        ada.send(
            ada.request(suffix)
                .POST(BodyPublishers.ofString("[{\"channel\":\"/meta/handshake\"}]")));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    JsonNode reply = RawClient.messages(response.body()).getFirst();
    assertThat(reply.path("successful").asBoolean()).isTrue();
    assertThat(reply.path("supportedConnectionTypes").toString()).contains("long-polling");
  }

  @Test
  void foreignClientIdIsUnknown() {
    RawClient ada = RawClient.withoutCookies(slice, "ada").connected("/**");
    RawClient ben = RawClient.withoutCookies(slice, "ben");

    List<JsonNode> replies =
        ben.exchange(
            "[{\"channel\":\"/meta/connect\",\"clientId\":\"%s\",\"connectionType\":\"long-polling\"}]"
                .formatted(ada.clientId()));

    assertThat(replies.getFirst().path("successful").asBoolean()).isFalse();
    assertThat(replies.getFirst().path("error").asString()).startsWith("402");
    assertThat(replies.getFirst().path("advice").path("reconnect").asString())
        .isEqualTo("handshake");
  }

  @Test
  void clientIdOfOneUserDeliversNothingToAnother() {
    RawClient ada = RawClient.withoutCookies(slice, "ada").connected("/**");
    RawClient ben = RawClient.withoutCookies(slice, "ben");

    List<JsonNode> replies =
        ben.exchange(
            "[{\"channel\":\"/meta/unsubscribe\",\"clientId\":\"%1$s\",\"subscription\":\"/**\"},{\"channel\":\"/meta/disconnect\",\"clientId\":\"%1$s\"}]"
                .formatted(ada.clientId()));
    post("still here");

    assertThat(replies).allMatch(reply -> reply.path("error").asString().startsWith("402"));
    assertThat(ada.receive(1).getFirst().path("data").path("text").asString())
        .isEqualTo("still here");
  }

  @Test
  void sameUserMayGoOnWithAnotherConnectionAndNoCookie() {
    CookieManager jar = new CookieManager();
    RawClient withJar = RawClient.withCookies(slice, "ada", jar).connected("/v2/me/workbins");
    RawClient bare = RawClient.withoutCookies(slice, "ada");

    JsonNode reply =
        bare.exchange(
                "[{\"channel\":\"/meta/subscribe\",\"clientId\":\"%s\",\"subscription\":\"/v2/me/chats\"}]"
                    .formatted(withJar.clientId()))
            .getFirst();

    assertThat(reply.path("successful").asBoolean()).isTrue();
  }

  @Test
  void nobodyPublishes() {
    RawClient ada = RawClient.withoutCookies(slice, "ada").connected("/**");
    RawClient ben = RawClient.withoutCookies(slice, "ben").connected("/**");

    for (String channel :
        List.of("/v2/me/workbins", "/v2/me/*", "/**", "/made/up", "/service/x", "/v2/me/made-up")) {
      JsonNode reply =
          ada.exchange(
                  "[{\"channel\":\"%s\",\"clientId\":\"$\",\"data\":{\"messageType\":\"Forged\"}}]"
                      .formatted(channel))
              .getFirst();
      assertThat(reply.path("successful").asBoolean()).as(channel).isFalse();
      assertThat(reply.path("error").asString()).as(channel).startsWith("403");
    }

    slice.ledger.move("I3", new Location.Nowhere(), new Location.Hand(Team.BEN), Team.BEN);
    assertThat(ben.receive(1).getFirst().path("data").path("about").asString()).isEqualTo("Chat");
  }

  @Test
  void connectAndSubscribeMayComeInOneBatch() {
    RawClient ada = RawClient.withoutCookies(slice, "ada");
    ada.handshake();

    List<JsonNode> replies =
        ada.exchange(
            "[{\"channel\":\"/meta/connect\",\"clientId\":\"$\",\"connectionType\":\"long-polling\"},{\"channel\":\"/meta/subscribe\",\"clientId\":\"$\",\"subscription\":\"/**\"}]");
    post("batched");

    assertThat(replies).hasSize(2).allMatch(reply -> reply.path("successful").asBoolean());
    assertThat(ada.receive(1).getFirst().path("data").path("text").asString()).isEqualTo("batched");
  }

  @Test
  void messageMayBeASingleObjectWithANumberAsIdAndUnknownMembers() {
    RawClient ada = RawClient.withoutCookies(slice, "ada");

    JsonNode reply =
        ada.exchange(
                "{\"id\":7,\"channel\":\"/meta/handshake\",\"supportedConnectionTypes\":[\"iframe\",\"flash\"],\"mood\":{\"good\":true},\"ext\":\"odd\",\"advice\":\"odd\"}")
            .getFirst();

    assertThat(reply.path("successful").asBoolean()).isTrue();
    assertThat(reply.path("id").asString()).isEqualTo("7");
  }

  @Test
  void eightSessionsOfOneBrowserHoldTheirPolls() {
    CookieManager jar = new CookieManager();
    List<RawClient> tabs =
        Stream.generate(() -> RawClient.withCookies(slice, "ada", jar)).limit(8).toList();
    tabs.forEach(tab -> tab.connected("/v2/me/workbins"));

    List<List<JsonNode>> polls = tabs.parallelStream().map(RawClient::connect).toList();

    assertThat(polls)
        .allSatisfy(
            poll -> assertThat(poll.getFirst().path("advice").has("multiple-clients")).isFalse());
  }

  @Test
  void disconnectEndsThatSessionOnly() {
    RawClient one = RawClient.withoutCookies(slice, "ada").connected("/v2/me/workbins");
    RawClient other = RawClient.withoutCookies(slice, "ada").connected("/v2/me/workbins");

    JsonNode bye =
        one.exchange("[{\"channel\":\"/meta/disconnect\",\"clientId\":\"$\"}]").getFirst();
    post("for the other");

    assertThat(bye.path("successful").asBoolean()).isTrue();
    assertThat(other.receive(1).getFirst().path("data").path("text").asString())
        .isEqualTo("for the other");
    assertThat(one.connect().getFirst().path("advice").path("reconnect").asString())
        .isEqualTo("handshake");
  }

  @Test
  void pollThatANewerOneReplacesIsAnsweredInTheEnvelope() throws Exception {
    try (Slice patient = Slice.start(); // holds a poll for long
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      RawClient ada = RawClient.withoutCookies(patient, "ada").connected("/v2/me/chats");
      ServerSessionImpl session =
          (ServerSessionImpl) patient.bean(BayeuxServerImpl.class).getSession(ada.clientId());
      String poll =
          "[{\"channel\":\"/meta/connect\",\"clientId\":\"%s\",\"connectionType\":\"long-polling\"}]"
              .formatted(ada.clientId());
      long idle = session.getMetaConnectCycle();
      Future<HttpResponse<String>> older = threads.submit(() -> ada.post(poll));
      await().until(() -> session.getMetaConnectCycle() != idle);

      Future<HttpResponse<String>> newer = threads.submit(() -> ada.post(poll));

      assertThat(older.get().statusCode()).isEqualTo(400);
      assertThat(RawClient.json(older.get().body()).path("statusCode").asInt()).isEqualTo(2);
      patient
          .bean(Post.class)
          .send(Team.ADA, new Notice(Topic.CHATS, "{\"messageType\":\"Test\"}"));
      assertThat(newer.get().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void withoutLogInThereIsNoHandshake() {
    HttpResponse<String> response =
        RawClient.withoutCookies(slice, "").post("[{\"channel\":\"/meta/handshake\"}]");

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(RawClient.json(response.body()).path("statusCode").asInt()).isEqualTo(20);
  }

  @Test
  void browserCookieIsValidForTheWholeServer() {
    HttpResponse<String> response =
        RawClient.withoutCookies(slice, "ada").post("[{\"channel\":\"/meta/handshake\"}]");

    assertThat(response.headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allMatch(cookie -> cookie.contains("Path=/;") && cookie.contains("HttpOnly"));
  }

  @Test
  void userWhoIsDisabledLosesHisSessions() {
    RawClient ben = RawClient.withoutCookies(slice, "ben").connected("/**");

    slice.team.disable(Team.BEN);
    try {
      await().until(() -> slice.bean(BayeuxServerImpl.class).getSession(ben.clientId()) == null);
    } finally {
      slice.team.enable(Team.BEN);
    }
  }

  private static void post(String text) {
    send(Topic.WORKBINS, text);
  }

  private static void send(Topic topic, String text) {
    String data = "{\"messageType\":\"Test\",\"text\":\"%s\"}".formatted(text);
    slice.bean(Post.class).send(Team.ADA, new Notice(topic, data));
  }
}
