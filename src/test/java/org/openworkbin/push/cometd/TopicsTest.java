package org.openworkbin.push.cometd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openworkbin.ledger.Location;
import org.openworkbin.push.Notice;
import org.openworkbin.push.Post;
import org.openworkbin.push.Team;
import org.openworkbin.push.Topic;
import tools.jackson.databind.JsonNode;

/** What may be subscribed to, and what is heard then. */
class TopicsTest {
  private static Slice slice;

  @BeforeAll
  static void start() {
    slice = Slice.start("--open-workbin.push.hold=2s", "--open-workbin.push.sweep-every=100ms");
  }

  @AfterAll
  static void stop() {
    slice.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v2/me/made-up",
        "/v2/*",
        "/v2/**",
        "/*",
        "/meta/connect",
        "/meta/**",
        "/service/x",
        "no"
      })
  void otherChannelsAreNotListenedTo(String channel) {
    RawClient ada = RawClient.withoutCookies(slice, "ada").connected("/v2/me");

    JsonNode reply = ada.subscribe(channel);

    assertThat(reply.path("successful").asBoolean()).isFalse();
    assertThat(reply.path("error").asString()).startsWith("403");
  }

  @Test
  void listWithOneForbiddenChannelIsRefusedAsAWhole() {
    RawClient ada = RawClient.withoutCookies(slice, "ada").connected("/v2/me/workbins");

    JsonNode reply =
        ada.exchange(
                "[{\"channel\":\"/meta/subscribe\",\"clientId\":\"$\",\"subscription\":[\"/v2/me/chats\",\"/made/up\"]}]")
            .getFirst();
    slice.ledger.move("I4", new Location.Nowhere(), new Location.Hand(Team.ADA), Team.ADA);
    post("the only one");

    assertThat(reply.path("successful").asBoolean()).isFalse();
    assertThat(ada.receive(1))
        .extracting(message -> message.path("data").path("text").asString())
        .containsExactly("the only one");
  }

  @Test
  void namesOfTheContractThatNothingIsToldOnAreConfirmed() {
    RawClient ada = RawClient.withoutCookies(slice, "ada").connected("/v2/me/chats");

    for (String name :
        List.of("recordings", "statistics", "contacts", "settings", "smssessions", "tweets")) {
      assertThat(ada.subscribe("/v2/me/" + name).path("successful").asBoolean()).as(name).isTrue();
    }
    slice.ledger.move("I5", new Location.Nowhere(), new Location.Hand(Team.ADA), Team.ADA);

    assertThat(ada.receive(1).getFirst().path("channel").asString()).isEqualTo("/v2/me/chats");
  }

  @Test
  void nobodySubscribesToChannelsWithoutEnd() {
    RawClient ada = RawClient.withoutCookies(slice, "ada").connected("/v2/me");

    List<Boolean> confirmed = new ArrayList<>();
    for (char first = 'a'; first <= 'z'; first++) {
      for (char second = 'a'; second <= 'e'; second++) {
        JsonNode reply = ada.subscribe("/v2/me/" + first + second);
        confirmed.add(reply.path("successful").asBoolean());
      }
    }

    assertThat(confirmed.getFirst()).isTrue();
    assertThat(confirmed.getLast()).isFalse();
  }

  @Test
  void everyTopicIsListenedToByItsName() {
    RawClient ada = RawClient.withoutCookies(slice, "ada").connected("/v2/me");

    for (Topic topic : Topic.values()) {
      assertThat(ada.subscribe(topic.channel()).path("successful").asBoolean())
          .as(topic.channel())
          .isTrue();
    }
  }

  @Test
  void wildcardHearsTheTopicsBelowItAndNoOthers() {
    RawClient ada = RawClient.withoutCookies(slice, "ada").connected("/v2/me/*");

    send(Topic.ME, "not below");
    send(Topic.SERVICES, "elsewhere");
    send(Topic.CHATS, "below");

    assertThat(ada.receive(1))
        .extracting(message -> message.path("data").path("text").asString())
        .containsExactly("below");
  }

  @Test
  void nameAndWildcardTogetherTellOnce() {
    RawClient ada = RawClient.withoutCookies(slice, "ada").connected("/v2/me/workbins");
    ada.subscribe("/v2/me/*");
    ada.subscribe("/**");

    post("one");
    post("two");

    assertThat(ada.receive(2))
        .extracting(message -> message.path("data").path("text").asString())
        .containsExactly("one", "two");
  }

  @Test
  void unsubscribedTopicIsNotHeardAnyMore() {
    RawClient ada = RawClient.withoutCookies(slice, "ada").connected("/v2/me/workbins");
    ada.subscribe("/v2/me/chats");
    ada.exchange(
        "[{\"channel\":\"/meta/unsubscribe\",\"clientId\":\"$\",\"subscription\":\"/v2/me/chats\"}]");

    send(Topic.CHATS, "unheard");
    post("heard");

    assertThat(ada.receive(1))
        .extracting(message -> message.path("data").path("text").asString())
        .containsExactly("heard");
  }

  private static void post(String text) {
    send(Topic.WORKBINS, text);
  }

  private static void send(Topic topic, String text) {
    String data = "{\"messageType\":\"Test\",\"text\":\"%s\"}".formatted(text);
    slice.bean(Post.class).send(Team.ADA, new Notice(topic, data));
  }
}
