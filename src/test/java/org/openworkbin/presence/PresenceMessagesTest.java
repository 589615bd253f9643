package org.openworkbin.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openworkbin.directory.Seats;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.Golden;
import org.openworkbin.testing.PushClient;
import org.openworkbin.testing.PushClient.Carrier;
import org.openworkbin.testing.PushClient.Heard;

/** What agents are told of their channels and devices. */
class PresenceMessagesTest {
  private static final String CHANNELS = "/v2/me/channels";
  private static final String DEVICES = "/v2/me/devices";

  private static DemoServer demo;

  private final Desk ada = new Desk(demo, "ada");
  private final Desk ben = new Desk(demo, "ben");

  @BeforeAll
  static void start() {
    demo = DemoServer.start();
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @AfterEach
  void goHome() {
    ada.end();
    ben.end();
  }

  @ParameterizedTest
  @EnumSource
  void theBeginningIsToldOnBothTopics(Carrier carrier) {
    try (PushClient adas = PushClient.listen(demo, carrier, "ada", "/v2/me/*")) {
      ada.start("voice", "chat");

      Heard device = adas.next();
      assertThat(device.channel()).isEqualTo(DEVICES);
      Golden.assertSame(device.data(), "push-devices");
      Heard channels = adas.next();
      assertThat(channels.channel()).isEqualTo(CHANNELS);
      Golden.assertSame(channels.data(), "push-channels");
    }
  }

  @Test
  void aMediumIsToldOnTheTopicOfChannelsAlone() {
    ada.start("voice", "chat");
    try (PushClient adas = PushClient.listen(demo, Carrier.LONG_POLLING, "ada", "/**")) {
      ada.does("/me/channels/chat", "Ready");
      ada.does("/me/channels/chat", "Offline");
      ada.does("/me/channels/voice", "DoNotDisturbOn");

      assertThat(adas.next().data().at("/channels/0/userState/state").stringValue())
          .isEqualTo("Ready");
      Golden.assertSame(adas.next().data(), "push-channel-offline");
      assertThat(adas.next().data().at("/devices/0/doNotDisturb").stringValue()).isEqualTo("On");
      assertThat(adas.next().data().at("/channels/0/dndState").stringValue()).isEqualTo("On");
    }
  }

  @Test
  void everySessionOfTheAgentIsToldAndNobodyElse() {
    try (PushClient one = PushClient.listen(demo, Carrier.LONG_POLLING, "ada", "/**");
        PushClient other = PushClient.listen(demo, Carrier.WEBSOCKET, "ada", CHANNELS);
        PushClient bens = PushClient.listen(demo, Carrier.LONG_POLLING, "ben", "/**")) {
      ada.start("chat");
      ben.start("email");

      assertThat(one.next().data().at("/channels/0/channel").stringValue()).isEqualTo("chat");
      assertThat(other.next().data().at("/channels/0/channel").stringValue()).isEqualTo("chat");
      assertThat(bens.next().data().at("/channels/0/channel").stringValue()).isEqualTo("email");
    }
  }

  @Test
  void whoIsSentFromHisPlaceIsLoggedOutAndToldSo() {
    ada.start("voice", "chat");
    try (PushClient adas = PushClient.listen(demo, Carrier.LONG_POLLING, "ada", "/**")) {
      assertThat(ben.startAt("Desk-1").code()).isZero();

      Golden.assertSame(adas.next().data(), "push-devices-logged-out");
      assertThat(adas.next().data().path("channels"))
          .extracting(channel -> channel.at("/userState/state").stringValue())
          .containsExactly("LoggedOut", "LoggedOut");
    }
    assertThat(ada.is("chat")).isEqualTo("Offline");
    assertThat(ben.is("chat")).isEqualTo("Not Ready");
    assertThat(demo.part(Seats.class).hasSession(demo.user("ada"))).isTrue();
    assertThat(demo.part(Seats.class).placeOf(demo.user("ada"))).isEmpty();

    assertThat(ada.startAt("Desk-9").code()).isZero();
    assertThat(ada.is("chat")).isEqualTo("Not Ready");
    assertThat(ben.is("chat")).isEqualTo("Not Ready");
  }

  @Test
  void whoIsSentAwayWithoutATelephoneIsToldOnTheTopicOfDevicesToo() {
    ada.start("chat");
    try (PushClient adas = PushClient.listen(demo, Carrier.LONG_POLLING, "ada", DEVICES)) {
      ben.startAt("Desk-1");

      Golden.assertSame(adas.next().data(), "push-devices-logged-out");
    }
  }

  @Test
  void neitherReHandshakeNorDisconnectEndsAnything() {
    ada.start("chat");
    ada.does("/me", "Ready");
    try (PushClient first = PushClient.listen(demo, Carrier.LONG_POLLING, "ada", CHANNELS)) {
      ada.does("/me/channels/chat", "NotReady");
      first.next();
    }
    try (PushClient second = PushClient.listen(demo, Carrier.LONG_POLLING, "ada", CHANNELS)) {
      assertThat(ada.is("chat")).isEqualTo("Not Ready");

      ada.does("/me/channels/chat", "Ready");

      assertThat(second.next().data().at("/channels/0/userState/state").stringValue())
          .isEqualTo("Ready");
    }
  }

  @Test
  void theOrderOfMessagesIsTheOrderOfChanges() {
    ada.start("chat");
    try (PushClient adas = PushClient.listen(demo, Carrier.LONG_POLLING, "ada", CHANNELS)) {
      List<String> states = List.of("Ready", "NotReady", "Ready", "NotReady", "Ready", "NotReady");
      states.forEach(state -> ada.does("/me/channels/chat", state));

      for (String state : states) {
        assertThat(adas.next().data().at("/channels/0/userState/state").stringValue())
            .isEqualTo(state);
      }
    }
  }
}
