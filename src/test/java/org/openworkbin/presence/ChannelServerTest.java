package org.openworkbin.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.Feature;
import org.openworkbin.directory.Setting;
import org.openworkbin.directory.User;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.Golden;
import org.openworkbin.testing.TestClient.Reply;

/** What an agent is on his channels, asked for and set by himself. */
class ChannelServerTest {
  private static DemoServer demo;

  private final Desk ada = new Desk(demo, "ada");

  @BeforeAll
  static void start() {
    demo = DemoServer.start();
    demo.change(
        DirectoryChange.of(
            new Setting(
                AgentStates.GROUP,
                "OutToLunch",
                "{\"id\":\"A0000000-0000-4000-8000-000000000001\",\"state\":\"NotReady\","
                    + "\"displayName\":\"Out to lunch\"}")));
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @AfterEach
  void goHome() {
    ada.end();
  }

  @Test
  void withoutASessionHeIsLoggedOutEverywhere() {
    Golden.assertSame(
        ada.client().get("/api/v2/me/channels?fields=*").text(), "channels-logged-out");
  }

  @Test
  void voiceIsAChannelLikeTheOthers() {
    Reply started = ada.start("voice", "chat");

    assertThat(started.status()).isEqualTo(200);
    assertThat(started.text()).isEqualTo("{\"statusCode\":0}");
    Golden.assertSame(ada.client().get("/api/v2/me/channels?fields=*").text(), "channels");
  }

  @Test
  void withoutFieldsTheListIsLinks() {
    assertThat(ada.client().get("/api/v2/me/channels").text())
        .contains("\"uris\":[\"http://localhost/api/v2/me/channels/voice\",")
        .doesNotContain("userState");
  }

  @Test
  void namedFieldsComeWithTheChannel() {
    assertThat(
            ada.client()
                .get("/api/v2/me/channels/voice?fields=userActivity")
                .json()
                .path("channel")
                .propertyNames())
        .containsExactly("channel", "userActivity");
  }

  @Test
  void whoNamesNoChannelWorksOnAll() {
    assertThat(ada.on("/me", "StartContactCenterSession").code()).isZero();

    for (Channel channel : Channel.values()) {
      assertThat(ada.is(channel.wireName())).isEqualTo("Not Ready");
    }
  }

  @Test
  void parametersOfATelephoneAreTakenAndNullIsAbsent() {
    Reply reply =
        ada.client()
            .post(
                "/api/v2/me",
                "{\"operationName\":\"StartContactCenterSession\",\"channels\":[\"voice\",\"chat\"],"
                    + "\"place\":null,\"loginCode\":\"111\",\"queue\":null,\"devicePath\":\"/d/1\"}");

    assertThat(reply.text()).isEqualTo("{\"statusCode\":0}");
  }

  @Test
  void everyStateThatIsEverywhereHasItsId() {
    ada.start("voice", "chat");

    ada.does("/me/channels/chat", "Ready");
    assertThat(id()).isEqualTo("9430250E-0A1B-421F-B372-F29E69366DED");
    ada.does("/me/channels/chat", "NotReady");
    assertThat(id()).isEqualTo("900D55CC-2BB0-431F-8BF9-D3525B383BE6");
    ada.does("/me/channels/chat", "AfterCallWork");
    assertThat(id()).isEqualTo("D3663509-3D82-4DD3-A82E-2EA8EFA02AEF");
    assertThat(ada.channel("chat").at("/userState/state").stringValue()).isEqualTo("NotReady");
    assertThat(ada.channel("chat").at("/userState/workMode").stringValue())
        .isEqualTo("AfterCallWork");
    ada.does("/me/channels/chat", "Offline");
    assertThat(id()).isEqualTo("0F7F5003-EF26-4D13-A6EF-D0C7EC819BEB");
    assertThat(ada.channel("chat").at("/userState/state").stringValue()).isEqualTo("LoggedOut");
  }

  private String id() {
    return ada.channel("chat").at("/userState/id").stringValue();
  }

  @Test
  void anOperationOnMeIsForEveryChannelThatHeIsLoggedInTo() {
    ada.start("voice", "chat");

    ada.does("/me", "Ready");

    assertThat(ada.is("voice")).isEqualTo("Ready");
    assertThat(ada.is("chat")).isEqualTo("Ready");
    assertThat(ada.is("email")).isEqualTo("Offline");

    ada.does("/me", "Offline");

    assertThat(ada.is("voice")).isEqualTo("Offline");
    assertThat(ada.on("/me", "Ready").code()).isEqualTo(2);
    ada.does("/me", "Offline");
  }

  @Test
  void aStateOfTheContactCentresOwnIsAnOperation() {
    ada.start("chat", "email");

    ada.does("/me/channels/email", "OutToLunch");

    assertThat(ada.is("chat")).isEqualTo("Not Ready");
    Golden.assertSame(ada.client().get("/api/v2/me/channels/email").text(), "channel-own-state");
  }

  @Test
  void aStateThatIsTakenAwayIsNotReady() {
    Setting tea = new Setting(AgentStates.GROUP, "Tea", "{\"displayName\":\"Tea\"}");
    demo.change(DirectoryChange.of(tea));
    ada.start("chat");
    ada.does("/me/channels/chat", "Tea");
    assertThat(ada.is("chat")).isEqualTo("Tea");

    demo.change(DirectoryChange.removing(tea.key()));

    assertThat(ada.is("chat")).isEqualTo("Not Ready");
    assertThat(ada.on("/me/channels/chat", "Tea").code()).isEqualTo(2);
  }

  @Test
  void nobodyCanGiveAStateThatIsEverywhereAnotherMeaning() {
    Setting ready = new Setting(AgentStates.GROUP, "Ready", "{\"displayName\":\"Sleepy\"}");
    Setting broken = new Setting(AgentStates.GROUP, "Broken", "\"no object\"");
    demo.change(DirectoryChange.of(ready, broken));

    assertThat(demo.part(AgentStates.class).offered())
        .extracting(AgentState::displayName)
        .containsExactly("Ready", "Not Ready", "AfterCallWork", "Offline", "Out to lunch");

    demo.change(DirectoryChange.removing(ready.key(), broken.key()));
  }

  @Test
  void doNotDisturbIsBesideTheState() {
    ada.start("voice", "chat");
    ada.does("/me", "Ready");

    ada.does("/me", "DoNotDisturbOn");

    assertThat(ada.channel("chat").path("dndState").stringValue()).isEqualTo("On");
    assertThat(ada.is("chat")).isEqualTo("Ready");
    ada.does("/me/channels/chat", "NotReady");
    assertThat(ada.channel("chat").path("dndState").stringValue()).isEqualTo("On");
    ada.does("/me/channels/chat", "DoNotDisturbOff");
    assertThat(ada.channel("chat").path("dndState").stringValue()).isEqualTo("Off");
    assertThat(ada.channel("voice").path("dndState").stringValue()).isEqualTo("On");
  }

  @Test
  void aChannelHasAllTheNamesThatClientsUse() {
    ada.start("tweet", "emails");

    for (String name : List.of("twitter", "tweet", "tweets", "twitters")) {
      assertThat(ada.channel(name).path("channel").stringValue()).isEqualTo("twitter");
      assertThat(ada.is(name)).isEqualTo("Not Ready");
    }
    ada.does("/me/channels/emails", "Ready");
    assertThat(ada.is("email")).isEqualTo("Ready");
  }

  @Test
  void aSessionThatIsBegunAnewLeavesStatesAsTheyAre() {
    ada.start("voice", "chat");
    ada.does("/me", "Ready");

    ada.start("chat", "email");

    assertThat(ada.is("voice")).isEqualTo("Ready");
    assertThat(ada.is("chat")).isEqualTo("Ready");
    assertThat(ada.is("email")).isEqualTo("Not Ready");
  }

  @Test
  void withoutASessionAndWhereHeIsLoggedOutNothingIsDone() {
    Reply none = ada.on("/me", "Ready");
    assertThat(none.status()).isEqualTo(400);
    assertThat(none.code()).isEqualTo(2);
    assertThat(ada.on("/me/channels/chat", "Ready").code()).isEqualTo(2);

    ada.start("chat");

    assertThat(ada.on("/me/channels/email", "Ready").code()).isEqualTo(2);
    assertThat(ada.on("/me/channels/email", "DoNotDisturbOn").code()).isEqualTo(2);
    assertThat(ada.is("email")).isEqualTo("Offline");
  }

  @Test
  void whatIsNoOperationOrOutOfRangeIsRefused() {
    ada.start("voice");

    assertThat(ada.on("/me/channels/voice", "LogIn").code()).isEqualTo(2);
    assertThat(ada.on("/me/channels/voice", "ready").code()).isEqualTo(2);
    assertThat(ada.on("/me/channels/voice", "own").code()).isEqualTo(2);
    assertThat(ada.on("/me/channels/smoke", "Ready").status()).isEqualTo(404);
    assertThat(ada.client().get("/api/v2/me/channels/smoke").code()).isEqualTo(6);
    assertThat(voice("Ready", "\"workmode\":\"Sometimes\"").code()).isEqualTo(10);
    assertThat(voice("AfterCallWork", "\"wrapUpTime\":-1").code()).isEqualTo(10);
    assertThat(voice("AfterCallWork", "\"wrapUpTime\":\"x\"").code()).isEqualTo(2);
    assertThat(ada.is("voice")).isEqualTo("Not Ready");

    assertThat(voice("Ready", "\"workmode\":\"ManualIn\"").code()).isZero();
    assertThat(voice("AfterCallWork", "\"wrapUpTime\":30,\"workmode\":null").code()).isZero();
    assertThat(ada.is("voice")).isEqualTo("AfterCallWork");
  }

  private Reply voice(String operation, String parameter) {
    return ada.client()
        .post(
            "/api/v2/me/channels/voice",
            "{\"operationName\":\"%s\",%s}".formatted(operation, parameter));
  }

  @Test
  void aMediumThatIsOffIsNoChannel() {
    demo.setFeatures(Set.of(Feature.CHAT, Feature.VOICE));
    try {
      Reply started = ada.start("chat", "email");

      assertThat(started.code()).isEqualTo(7);
      assertThat(started.json().at("/failed/0/channel").stringValue()).isEqualTo("email");
      assertThat(ada.client().get("/api/v2/me/channels/email").status()).isEqualTo(404);
      assertThat(ada.client().get("/api/v2/me/channels?fields=channel").text())
          .isEqualTo(
              "{\"statusCode\":0,\"channels\":[{\"channel\":\"voice\"},{\"channel\":\"chat\"}]}");
    } finally {
      demo.setFeatures(Feature.DEFAULT);
    }
  }

  @Test
  void statesSurviveARestartAndEndWithTheSession() {
    ada.start("voice", "chat");
    ada.does("/me/channels/chat", "OutToLunch");
    ada.does("/me/channels/voice", "DoNotDisturbOn");

    demo.restart();

    assertThat(ada.is("chat")).isEqualTo("Out to lunch");
    assertThat(ada.channel("voice").path("dndState").stringValue()).isEqualTo("On");

    ada.end();
    demo.restart();
    ada.start("email");

    assertThat(ada.is("chat")).isEqualTo("Offline");
  }

  @Test
  void whoIsDisabledIsAtWorkNoMore() {
    User before = demo.part(Directories.class).now().userNamed("ada").orElseThrow();
    ada.start("chat");

    demo.change(DirectoryChange.of(before.enabled(false)));
    demo.change(DirectoryChange.of(before));

    await().until(() -> ada.is("chat").equals("Offline"));
  }
}
