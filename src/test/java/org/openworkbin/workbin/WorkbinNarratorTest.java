package org.openworkbin.workbin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.testing.Center.ADA;
import static org.openworkbin.testing.Center.ADAS_BIN;
import static org.openworkbin.testing.Center.BENS_BIN;
import static org.openworkbin.testing.Center.DESKS_BIN;
import static org.openworkbin.testing.Center.SUE;
import static org.openworkbin.testing.Center.TEAM_BIN;
import static org.openworkbin.testing.Happenings.content;
import static org.openworkbin.testing.Happenings.moved;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openworkbin.directory.Directory;
import org.openworkbin.id.BinId;
import org.openworkbin.ledger.Content;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Reason;
import org.openworkbin.push.Audience;
import org.openworkbin.push.Notice;
import org.openworkbin.push.Topic;
import org.openworkbin.testing.Center;
import org.openworkbin.testing.Golden;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WorkbinNarratorTest {
  private final Directory directory = Center.directory();
  private final WorkbinNarrator narrator = new WorkbinNarrator(() -> directory);

  @Test
  void aPullOutOfAnAgentGroupIsToldAsTheSeedShowsIt() {
    JsonNode seed = Golden.read("push-seed-agent-group");

    Notice notice = watchers(pulled(TEAM_BIN, seedContent(seed)), TEAM_BIN);

    assertThat(notice.topic()).isEqualTo(Topic.WORKBINS);
    Golden.assertSame(Golden.without(notice.data(), "revision"), "push-seed-agent-group");
  }

  @Test
  void aPullOutOfAPlaceGroupNamesThePlaceGroup() {
    Notice notice = watchers(pulled(DESKS_BIN, content("Inbound", "{}", "{}")), DESKS_BIN);

    assertThat(notice.data()).contains("\"placeGroup\":\"MyPlaceGroup\"");
    assertThat(notice.data()).doesNotContain("agentGroup");
  }

  @Test
  void anAddTellsTheWholeItemAndItsPosition() {
    Content mail =
        content(
            "Inbound",
            "{\"subject\":\"Late parcel\",\"from\":\"pat@example.com\"}",
            "{\"A\":1.50}");
    Entry entry =
        moved(
            Medium.EMAIL, mail, new Location.Hand(ADA.id()), new Location.Bin(ADAS_BIN), ADA.id());

    Golden.assertSame(watchers(entry, ADAS_BIN).data(), "push-item-added-email");
  }

  @Test
  void aChangeOfWhatLiesThereTellsTheWholeItemAndItsPosition() {
    Entry entry =
        moved(
            Medium.WORKITEM,
            content("Inbound", "{}", "{\"Priority\":3}"),
            new Location.Bin(TEAM_BIN),
            new Location.Bin(TEAM_BIN),
            SUE.id(),
            Reason.EDIT);

    Golden.assertSame(watchers(entry, TEAM_BIN).data(), "push-item-updated-workitem");
  }

  @ParameterizedTest
  @CsvSource({
    "CHAT, chatStateResourceV2",
    "EMAIL, emailStateResourceV2",
    "WORKITEM, workitemStateResourceV2",
    "TWEET, tweetStateResourceV2",
    "FACEBOOK, facebookStateResourceV2",
    "FACEBOOKSESSION, facebooksessionStateResourceV2",
    "OPENMEDIA, openmediaStateResourceV2",
  })
  void eachMediumIsToldUnderAKeyOfItsOwn(Medium medium, String key) {
    Entry entry =
        moved(
            medium,
            content("Inbound", "{}", "{}"),
            new Location.Bin(TEAM_BIN),
            new Location.Hand(ADA.id()),
            ADA.id());

    assertThat(JsonMapper.shared().readTree(watchers(entry, TEAM_BIN).data()).propertyNames())
        .containsExactlyInAnyOrder("messageType", "action", "id", "agentGroup", "revision", key);
  }

  @Test
  void onlySupervisorsAreToldWhoseBinItIs() {
    Entry entry = pulled(ADAS_BIN, content("Inbound", "{}", "{}"));

    assertThat(watchers(entry, ADAS_BIN).data()).doesNotContain("workbinUserId");
    assertThat(tell(entry, new Audience.Supervisors(ADAS_BIN)).data())
        .contains("\"workbinUserId\":\"ada\"");
  }

  @Test
  void aMoveBetweenBinsTellsNeitherOfTheOther() {
    Entry entry =
        moved(
            Medium.WORKITEM,
            content("Inbound", "{}", "{}"),
            new Location.Bin(ADAS_BIN),
            new Location.Bin(TEAM_BIN),
            SUE.id());

    assertThat(watchers(entry, ADAS_BIN).data())
        .contains("ItemRemoved", "\"revision\":5")
        .doesNotContain("MyAgentGroup", "team-wb", TEAM_BIN.workbin().value());
    assertThat(watchers(entry, TEAM_BIN).data())
        .contains("ItemAdded", "\"revision\":9")
        .doesNotContain("ada", ADAS_BIN.workbin().value());
  }

  @Test
  void whoeverWatchesAnotherBinIsToldNothing() {
    assertThat(
            narrator.tell(
                pulled(TEAM_BIN, content("Inbound", "{}", "{}")), new Audience.Watchers(BENS_BIN)))
        .isEmpty();
  }

  private Notice watchers(Entry entry, BinId bin) {
    return tell(entry, new Audience.Watchers(bin));
  }

  private Notice tell(Entry entry, Audience audience) {
    return narrator.tell(entry, audience).orElseThrow();
  }

  private static Entry pulled(BinId bin, Content content) {
    return moved(
        Medium.CHAT, content, new Location.Bin(bin), new Location.Hand(ADA.id()), ADA.id());
  }

  private static Content seedContent(JsonNode seed) {
    return content("Inbound", "{}", seed.get("chatStateResourceV2").get("userData").toString());
  }
}
