package org.openworkbin.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.testing.Center.ADA;
import static org.openworkbin.testing.Center.ADAS_BIN;
import static org.openworkbin.testing.Center.BEN;
import static org.openworkbin.testing.Center.TEAM_BIN;
import static org.openworkbin.testing.Happenings.content;
import static org.openworkbin.testing.Happenings.moved;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openworkbin.directory.Directory;
import org.openworkbin.http.HttpSettings;
import org.openworkbin.http.MessageUrl;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;
import org.openworkbin.push.Audience;
import org.openworkbin.push.Notice;
import org.openworkbin.testing.Center;
import org.openworkbin.testing.Golden;

class InteractionNarratorTest {
  private final Directory directory = Center.directory();
  private final InteractionNarrator narrator =
      new InteractionNarrator(
          () -> directory, new MessageUrl(new HttpSettings(Optional.of("https://desk.example"))));

  @Test
  void thePullerIsToldWhatHeHasAndWhatHeMayDo() {
    Golden.assertSame(tell(pulled(Medium.CHAT, "Inbound")).data(), "media-chat-pulled");
  }

  @Test
  void theAdderIsToldThatItIsParked() {
    Entry entry =
        moved(
            Medium.WORKITEM,
            content("Inbound", "{}", "{\"Subject\":\"Refund\"}"),
            new Location.Hand(ADA.id()),
            new Location.Bin(ADAS_BIN),
            ADA.id());

    Golden.assertSame(tell(entry).data(), "media-workitem-parked");
  }

  @ParameterizedTest
  @CsvSource({
    "CHAT,            Inbound,  /v2/me/chats,           ChatStateChangeMessage,            Chatting",
    "EMAIL,           Inbound,  /v2/me/emails,          EmailStateChangeMessage,           Processing",
    "EMAIL,           Outbound, /v2/me/emails,          EmailStateChangeMessage,           Composing",
    "WORKITEM,        Inbound,  /v2/me/workitems,       WorkitemStateChangeMessage,        Processing",
    "TWEET,           Inbound,  /v2/me/twitter,         TweetStateChangeMessage,           Processing",
    "TWEET,           Outbound, /v2/me/twitter,         TweetStateChangeMessage,           Composing",
    "FACEBOOK,        Inbound,  /v2/me/facebook,        FacebookStateChangeMessage,        Processing",
    "FACEBOOK,        Outbound, /v2/me/facebook,        FacebookStateChangeMessage,        Composing",
    "FACEBOOKSESSION, Inbound,  /v2/me/facebooksession, FacebooksessionStateChangeMessage, Chatting",
    "OPENMEDIA,       Inbound,  /v2/me/openmedia,       OpenmediaStateChangeMessage,       Processing",
  })
  void eachMediumHasItsTopicMessageAndState(
      Medium medium, String direction, String channel, String messageType, String state) {
    Notice notice = tell(pulled(medium, direction));

    assertThat(notice.topic().channel()).isEqualTo(channel);
    assertThat(notice.data())
        .contains("\"messageType\":\"" + messageType + "\"", "\"state\":\"" + state + "\"");
  }

  @Test
  void whoDidNotAskIsToldNothing() {
    Entry entry = pulled(Medium.CHAT, "Inbound");

    assertThat(narrator.tell(entry, new Audience.Person(BEN.id()))).isEmpty();
    assertThat(narrator.tell(entry, new Audience.Watchers(TEAM_BIN))).isEmpty();
  }

  private Notice tell(Entry entry) {
    return narrator.tell(entry, new Audience.Person(ADA.id())).orElseThrow();
  }

  private static Entry pulled(Medium medium, String direction) {
    return moved(
        medium,
        content(direction, "{}", "{ \"RRequestedSkills\" : null }"),
        new Location.Bin(TEAM_BIN),
        new Location.Hand(ADA.id()),
        ADA.id());
  }
}
