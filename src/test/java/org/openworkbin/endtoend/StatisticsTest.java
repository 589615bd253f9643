package org.openworkbin.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.Workbin;
import org.openworkbin.id.BinId;
import org.openworkbin.id.OwnerKind;
import org.openworkbin.id.WorkbinId;
import org.openworkbin.ledger.Medium;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.Golden;
import org.openworkbin.testing.PushClient;
import org.openworkbin.testing.PushClient.Carrier;
import org.openworkbin.testing.PushClient.Heard;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

/** What is counted for whom: {@code RequestStats} and {@code RequestAgentStats}. */
class StatisticsTest {
  private static final WorkbinId SHELF = new WorkbinId("0b5c2f1e-3a44-4b0b-9a35-0d4c7f2b6c11");
  private static final WorkbinId TRAY = new WorkbinId("0b5c2f1e-3a44-4b0b-9a35-0d4c7f2b6c12");

  private static DemoServer demo;
  private static Calls calls;

  /**
   * Dan, who sits at Desk-9 and is in no group, has two things on his shelf and none in the tray.
   */
  @BeforeAll
  static void start() {
    demo = DemoServer.start();
    calls = new Calls(demo);
    demo.change(
        DirectoryChange.of(
            new Workbin(SHELF, "shelf-wb", "Shelf", OwnerKind.AGENT),
            new Workbin(TRAY, "tray-wb", "Tray", OwnerKind.PLACE)));
    BinId shelf = new BinId(SHELF, demo.user("dan"));
    demo.park(Medium.CHAT, shelf);
    demo.park(Medium.EMAIL, shelf);
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @Test
  void aWorkbinIsCountedByOwner() {
    String shelf = "/workbins/" + SHELF.value();
    assertGolden("dan", shelf, "RequestStats", "", "stats-workbin");
    assertGolden("dan", "/me" + shelf, "RequestStats", "", "stats-workbin");
    assertGolden("admin", byUser("dan") + "/" + SHELF.value(), "RequestStats", "", "stats-workbin");
  }

  @Test
  void anEmptyBinHasACountAndNoTimes() {
    assertGolden("dan", "/workbins/" + TRAY.value(), "RequestStats", "", "stats-workbin-empty");
  }

  @Test
  void whoHasNoBinOfTheKindIsToldOfNone() {
    assertThat(told("dan", "/workbins/" + Calls.TEAM, "RequestStats", "").get("workbinStats"))
        .isEmpty();
  }

  @Test
  void groupsAreNamedByTheirNames() {
    JsonNode team = told("ben", Calls.TEAM_BIN, "RequestStats", "");
    JsonNode desks = told("ben", Calls.DESKS_BIN, "RequestStats", "");

    assertThat(team.get("workbinType").stringValue()).isEqualTo("AgentGroup");
    assertThat(team.get("workbinStats").get("MyAgentGroup").get("NumberOfInteractions").longValue())
        .isEqualTo(calls.content("ben", Calls.TEAM_BIN).get("itemCount").longValue());
    assertThat(desks.get("workbinStats").propertyNames()).containsExactly("MyPlaceGroup");
  }

  @Test
  void theAgentHimselfIsCountedByWorkbin() {
    assertGolden("dan", "/workbins", "RequestAgentStats", "", "stats-owner");
    assertGolden("dan", "/me/workbins", "RequestAgentStats", "", "stats-owner");
    assertGolden("dan", "/workbins", "RequestAgentStats", ",'workbinType':'Agent'", "stats-owner");
  }

  @Test
  void anAgentIsCountedForWhoeverLooksAfterHim() {
    String dan = demo.user("dan").value();
    assertGolden("admin", byUser("dan"), "RequestAgentStats", "", "stats-owner");
    assertGolden("admin", "/" + dan + "/workbins", "RequestAgentStats", "", "stats-owner");
    assertGolden("admin", "/workbins", "RequestAgentStats", wish("Agent", dan), "stats-owner");
    assertThat(told("sue", byUser("ben"), "RequestAgentStats", "").get("workbinStats")).hasSize(2);
  }

  @Test
  void placesAndGroupsAreCountedByNameOrAsTheAskersOwn() {
    assertGolden(
        "dan", "/workbins", "RequestAgentStats", wish("Place", "Desk-9"), "stats-owner-place");
    assertGolden(
        "dan", "/workbins", "RequestAgentStats", ",'workbinType':'Place'", "stats-owner-place");
    for (String more : List.of(wish("AgentGroup", "MyAgentGroup"), ",'workbinType':'AgentGroup'")) {
      JsonNode counted =
          told("ben", "/workbins", "RequestAgentStats", more).get("workbinStats").get(Calls.TEAM);
      assertThat(counted.get("Owner").stringValue()).isEqualTo("MyAgentGroup");
      assertThat(counted.get("Type").stringValue()).isEqualTo("AgentGroup");
      assertThat(counted.get("Count").longValue())
          .isEqualTo(calls.content("ben", Calls.TEAM_BIN).get("itemCount").longValue());
    }
    assertThat(
            told("ben", "/workbins", "RequestAgentStats", wish("PlaceGroup", "MyPlaceGroup"))
                .get("workbinStats")
                .get(Calls.DESKS)
                .get("Type")
                .stringValue())
        .isEqualTo("PlaceGroup");
  }

  @ParameterizedTest
  @CsvSource({
    "dan, /workbins, AgentGroup, MyAgentGroup, 403, 5",
    "dan, /workbins, AgentGroup, '', 400, 1",
    "dan, /workbins, PlaceGroup, '', 400, 1",
    "cleo, /workbins, Place, '', 400, 1",
    "dan, /workbins, Place, Desk-1, 403, 5",
    "dan, /workbins, Place, Desk-77, 404, 6",
    "dan, /workbins, AgentGroup, Nobody, 404, 6",
    "dan, /workbins, PlaceGroup, Nobody, 404, 6",
    "dan, /workbins, Agent, Nobody, 404, 6",
    "dan, /workbins, Planet, Earth, 400, 10",
    "dan, /workbins, '', Desk-9, 400, 1",
  })
  void anOwnerWhoIsNotThereOrNotForTheAskerIsRefused(
      String user, String address, String type, String owner, int status, int code) {
    Reply reply = post(user, address, "RequestAgentStats", wish(type, owner));

    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.code()).as(reply.text()).isEqualTo(code);
  }

  @Test
  void nobodyCountsForeignBins() {
    assertThat(post("dan", Calls.TEAM_BIN, "RequestStats", "").status()).isEqualTo(403);
    assertThat(post("ada", byUser("dan"), "RequestAgentStats", "").status()).isEqualTo(403);
    assertThat(post("sue", byUser("dan"), "RequestAgentStats", "").status()).isEqualTo(403);
    assertThat(
            post("ada", "/workbins", "RequestAgentStats", wish("Agent", demo.user("dan").value()))
                .status())
        .isEqualTo(403);
    assertThat(post("ada", "/users/nobody/workbins", "RequestAgentStats", "").status())
        .isEqualTo(404);
  }

  @Test
  void onlyTheAskerIsTold() {
    try (PushClient ada = PushClient.listen(demo, Carrier.LONG_POLLING, "ada", "/**");
        PushClient ben = PushClient.listen(demo, Carrier.LONG_POLLING, "ben", "/**")) {
      calls.done("ada", Calls.TEAM_BIN, "RequestStats");

      assertThat(ada.next().channel()).isEqualTo("/v2/me/workbins");
      assertThat(ben.all()).isEmpty();
    }
  }

  private static String byUser(String userName) {
    return "/users/" + demo.user(userName).value() + "/workbins";
  }

  private static String wish(String type, String owner) {
    return ",'workbinType':'" + type + "','workbinOwner':'" + owner + "'";
  }

  private static Reply post(String user, String address, String operation, String more) {
    return calls.post(
        user, address, ("{'operationName':'" + operation + "'" + more + "}").replace('\'', '"'));
  }

  /** The message that a request brings, which has to have its number. */
  private static JsonNode told(String user, String address, String operation, String more) {
    try (PushClient client = PushClient.listen(demo, Carrier.WEBSOCKET, user, "/v2/me/workbins")) {
      Reply reply = post(user, address, operation, more);
      assertThat(reply.status()).as(reply.text()).isEqualTo(200);
      assertThat(reply.json().propertyNames())
          .containsExactlyInAnyOrder("statusCode", "referenceId");
      Heard heard = client.next();
      assertThat(heard.data().get("referenceId")).isEqualTo(reply.json().get("referenceId"));
      return heard.data();
    }
  }

  private static void assertGolden(
      String user, String address, String operation, String more, String golden) {
    Golden.assertSame(
        told(user, address, operation, more)
            .toString()
            .replaceAll("\"referenceId\":[0-9]+", "\"referenceId\":7")
            .replaceAll("At\":\"20[0-9T:-]+Z\"", "At\":\"2026-11-22T09:00:00Z\""),
        golden);
  }
}
