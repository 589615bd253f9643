package org.openworkbin.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.testing.Center.ADA;
import static org.openworkbin.testing.Center.ADAS_BIN;
import static org.openworkbin.testing.Center.BEN;
import static org.openworkbin.testing.Center.BENS_BIN;
import static org.openworkbin.testing.Center.TEAM_BIN;
import static org.openworkbin.testing.Happenings.content;
import static org.openworkbin.testing.Happenings.moved;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openworkbin.directory.BinAccess;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.User;
import org.openworkbin.http.HttpSettings;
import org.openworkbin.http.MessageUrl;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Reason;
import org.openworkbin.push.Audience;
import org.openworkbin.push.Notice;
import org.openworkbin.testing.Center;
import org.openworkbin.testing.Golden;
import org.openworkbin.testing.NobodySits;
import tools.jackson.databind.json.JsonMapper;

class InteractionNarratorTest {
  private static final JsonMapper JSON = new JsonMapper();

  private final Directory directory = Center.directory();
  private final MessageUrl url =
      new MessageUrl(new HttpSettings(Optional.of("https://desk.example")));
  private final InteractionNarrator narrator = narrator(new ChatSettings(true, true));
  private final FailedTransferNarrator failed =
      new FailedTransferNarrator(standings(new ChatSettings(true, true)), url);

  private InteractionNarrator narrator(ChatSettings chats) {
    return new InteractionNarrator(standings(chats), url, chats);
  }

  private Standings standings(ChatSettings chats) {
    return new Standings(
        () -> directory,
        new BinAccess(() -> directory, new NobodySits()),
        new Participants(() -> directory, chats));
  }

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

  @Test
  void whatAnEmailSaysIsToldToWhomeverHasItInHand() {
    Entry entry =
        moved(
            Medium.EMAIL,
            content("Inbound", "{\"from\":\"a@b.c\",\"body\":\"<p>Hi</p>\"}", "{}"),
            new Location.Bin(TEAM_BIN),
            new Location.Hand(ADA.id()),
            ADA.id());

    assertThat(tell(entry).data()).contains("\"from\":\"a@b.c\",\"body\":\"<p>Hi</p>\"");
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

  @ParameterizedTest
  @CsvSource({
    "CHAT,            chats",
    "EMAIL,           email",
    "WORKITEM,        workitems",
    "TWEET,           tweet",
    "FACEBOOK,        facebooks",
    "FACEBOOKSESSION, facebooksessions",
    "OPENMEDIA,       openmedia",
  })
  void eachMediumHasItsAddress(Medium medium, String path) {
    assertThat(tell(pulled(medium, "Inbound")).data())
        .contains("/api/v2/" + path + "/0001BaBFVPR20035\"");
  }

  @ParameterizedTest
  @CsvSource({
    "LEASE_ENDED,   LeaseEnded",
    "HOLDER_GONE,   HolderDisabled",
    "SESSION_ENDED, SessionEnded",
  })
  void whoseItemTheServerTakesIsToldWhy(Reason reason, String told) {
    Entry entry = workitem(hand(ADA), new Location.Bin(TEAM_BIN), ADA, reason);

    assertThat(tell(entry).data())
        .contains(
            "\"notificationType\":\"StatusChange\"",
            "\"reason\":\"" + told + "\"",
            "\"state\":\"Revoked\"",
            "\"capabilities\":[]")
        .doesNotContain("\"hold\"");
  }

  @Test
  void theRevokedItemLooksLikeThis() {
    Golden.assertSame(
        tell(workitem(hand(ADA), new Location.Bin(TEAM_BIN), ADA, Reason.LEASE_ENDED)).data(),
        "media-workitem-revoked");
  }

  @Test
  void anOfferThatNobodyTookIsTakenFromTheOneAndGivenToTheOther() {
    Entry entry = workitem(offer(ADA, BEN), hand(BEN), ADA, Reason.OFFER_ENDED);

    assertThat(tell(entry).data())
        .contains("\"state\":\"Revoked\"", "\"reason\":\"OfferEnded\"")
        .doesNotContain("ben", "\"hold\"");
    assertThat(tell(entry, BEN).data())
        .contains("\"state\":\"Processing\"", "\"reason\":\"OfferEnded\"", "\"hold\":42")
        .doesNotContain("referenceId");
    assertThat(failed.tell(entry, new Audience.Person(BEN.id())).orElseThrow().data())
        .contains("\"notificationType\":\"Error\"", "\"reason\":\"OfferEnded\"");
    assertThat(failed.tell(entry, new Audience.Person(ADA.id()))).isEmpty();
  }

  @Test
  void whoIsOfferedSomethingIsInvitedAndTheSenderIsDone() {
    Entry entry = workitem(hand(BEN), offer(ADA, BEN), BEN, Reason.TRANSFER);

    assertThat(tell(entry).data())
        .contains("\"state\":\"Invited\"", "[\"Accept\",\"Reject\"]", "\"hold\":42")
        .doesNotContain("referenceId", "ben");
    assertThat(tell(entry, BEN).data())
        .contains("\"state\":\"Completed\"", "\"capabilities\":[]", "\"referenceId\":77")
        .doesNotContain("\"hold\"");
  }

  @Test
  void anAcceptedOfferIsNoNewsToItsSender() {
    Entry entry = workitem(offer(ADA, BEN), hand(ADA), ADA, Reason.ACCEPT);

    assertThat(tell(entry).data()).contains("\"state\":\"Processing\"");
    assertThat(narrator.tell(entry, new Audience.Person(BEN.id()))).isEmpty();
    assertThat(failed.tell(entry, new Audience.Person(BEN.id()))).isEmpty();
  }

  @Test
  void aChangeIsToldAsOne() {
    assertThat(tell(workitem(hand(ADA), hand(ADA), ADA, Reason.EDIT)).data())
        .contains("\"notificationType\":\"PropertiesUpdated\"", "\"state\":\"Processing\"");
    Location.Bin bin = new Location.Bin(TEAM_BIN);
    assertThat(tell(workitem(bin, bin, ADA, Reason.EDIT)).data())
        .contains("\"notificationType\":\"PropertiesUpdated\"", "\"state\":\"InWorkbin\"");
  }

  @Test
  void aBinThatHeMayNotSeeIsNotNamed() {
    assertThat(tell(workitem(new Location.Bin(BENS_BIN), hand(ADA), ADA, Reason.PULL)).data())
        .doesNotContain("In_Progress", "WorkbinAgentId");
  }

  @ParameterizedTest
  @CsvSource({"COMPLETED, Completed", "CANCELED, Canceled", "SENT, Sent"})
  void howItEndedIsTold(Location.Ending how, String state) {
    assertThat(tell(workitem(hand(ADA), new Location.Ended(how), ADA, Reason.COMPLETE)).data())
        .contains("\"state\":\"" + state + "\"", "\"capabilities\":[]");
  }

  @Test
  void aPulledChatHasThePullerInItByHisNicknameOrHisName() {
    assertThat(participants(narrator, pulled(Medium.CHAT, "Inbound"))).isEqualTo("ada");
    assertThat(participants(narrator, noted(pulled(Medium.CHAT, "Inbound")))).isEqualTo("Jo");
    assertThat(participants(narrator, noted(pulled(Medium.FACEBOOKSESSION, "Inbound"))))
        .isEqualTo("Jo");
  }

  @Test
  void whoDoesNotJoinIsNotAmongTheParticipants() {
    InteractionNarrator quiet = narrator(new ChatSettings(true, false));

    assertThat(participants(quiet, noted(pulled(Medium.CHAT, "Inbound")))).isEmpty();
  }

  @Test
  void withoutNotificationsThePullerOfAChatIsToldNothing() {
    InteractionNarrator quiet = narrator(new ChatSettings(false, true));

    assertThat(quiet.tell(pulled(Medium.CHAT, "Inbound"), new Audience.Person(ADA.id()))).isEmpty();
    assertThat(quiet.tell(pulled(Medium.EMAIL, "Inbound"), new Audience.Person(ADA.id())))
        .isPresent();
  }

  private static String participants(InteractionNarrator narrator, Entry entry) {
    String told = narrator.tell(entry, new Audience.Person(ADA.id())).orElseThrow().data();
    return JSON.readTree(told).findPath("participants").path(0).path("nickname").asString("");
  }

  /** The same, by somebody who calls himself Jo. */
  private static Entry noted(Entry entry) {
    Interaction item = entry.interaction();
    return new Entry(
        entry.number(),
        entry.at(),
        new Interaction(
            item.id(),
            item.medium(),
            item.content(),
            item.submittedAt(),
            item.submittedBy(),
            item.location(),
            item.since(),
            item.placement(),
            item.lastBin(),
            item.hold(),
            item.contentVersion(),
            item.home(),
            Optional.of("Jo"),
            item.contact(),
            item.lastAgent()),
        entry.from(),
        entry.to(),
        entry.left(),
        entry.entered(),
        entry.actor(),
        entry.reason(),
        entry.referenceId());
  }

  @Test
  void whoDidNotAskIsToldNothing() {
    Entry entry = pulled(Medium.CHAT, "Inbound");

    assertThat(narrator.tell(entry, new Audience.Person(BEN.id()))).isEmpty();
    assertThat(narrator.tell(entry, new Audience.Watchers(TEAM_BIN))).isEmpty();
  }

  private Notice tell(Entry entry) {
    return tell(entry, ADA);
  }

  private Notice tell(Entry entry, User user) {
    return narrator.tell(entry, new Audience.Person(user.id())).orElseThrow();
  }

  private static Location.Hand hand(User user) {
    return new Location.Hand(user.id());
  }

  private static Location.Offer offer(User to, User by) {
    return new Location.Offer(to.id(), by.id());
  }

  private static Entry workitem(Location from, Location to, User actor, Reason reason) {
    return moved(
        Medium.WORKITEM,
        content("Inbound", "{}", "{\"Subject\":\"Refund\"}"),
        from,
        to,
        actor.id(),
        reason);
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
