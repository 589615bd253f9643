package org.openworkbin.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Seats;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.OwnerId;
import org.openworkbin.id.WorkbinId;
import org.openworkbin.ledger.Ledger;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Move;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.ledger.Reason;
import org.openworkbin.push.Subscriptions;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.PushClient;
import org.openworkbin.testing.PushClient.Carrier;
import org.openworkbin.testing.PushClient.Heard;
import tools.jackson.databind.JsonNode;

/**
 * Who hears of a move: everybody listens to everything and is subscribed to every bin, whether he
 * may see it or not.
 *
 * <p>What was heard is written down as {@code <bin><change>}, {@code +} for an interaction that
 * came and {@code -} for one that went, or as the state that a message of the medium tells.
 */
class WhoHearsWhatTest {
  private static final List<String> USERS = List.of("ada", "ben", "cleo", "dan", "sue", "admin");

  private static DemoServer demo;
  private static Calls calls;
  private static Map<String, PushClient> listeners;

  @BeforeAll
  static void start() {
    demo = DemoServer.start();
    calls = new Calls(demo);
    listeners = new HashMap<>();
    for (String user : USERS) {
      listeners.put(user, PushClient.listen(demo, Carrier.WEBSOCKET, user, "/**"));
    }
  }

  @AfterAll
  static void stop() {
    listeners.values().forEach(PushClient::close);
    demo.close();
  }

  @Test
  void whoPullsOutOfATeamsBinTellsTheTeamItsManagerAndTheAdministrator() {
    String item = parked(team());

    calls.done("ada", Calls.TEAM_BIN, "PullChat", item);

    assertHeard(
        item,
        Map.of(
            "ada", List.of("team-", "Chatting"),
            "ben", List.of("team-"),
            "cleo", List.of("team-"),
            "sue", List.of("team-"),
            "admin", List.of("team-")));
  }

  @Test
  void whoPutsItIntoHisOwnBinTellsHimselfHisManagerAndTheAdministrator() {
    String item = parked(team());
    calls.done("ada", Calls.TEAM_BIN, "PullChat", item);
    forget();

    calls.done("ada", Calls.MY_BIN, "AddChat", item);

    assertHeard(
        item,
        Map.of(
            "ada", List.of("own+", "InWorkbin"),
            "sue", List.of("own+"),
            "admin", List.of("own+")));
  }

  @Test
  void whoPutsItOnHisDeskTellsHimselfHisManagerAndTheAdministrator() {
    String item = parked(team());
    calls.done("ben", Calls.TEAM_BIN, "PullChat", item);
    forget();

    calls.done("ben", Calls.MY_DESK, "AddChat", item);

    assertHeard(
        item,
        Map.of(
            "ben", List.of("desk+", "InWorkbin"),
            "sue", List.of("desk+"),
            "admin", List.of("desk+")));
  }

  @Test
  void whoPullsOutOfTheDesksBinTellsWhoSitsThere() {
    String item = parked(desks());

    calls.done("ben", Calls.DESKS_BIN, "PullChat", item);

    assertHeard(
        item,
        Map.of(
            "ada", List.of("desks-"),
            "ben", List.of("desks-", "Chatting"),
            "admin", List.of("desks-")));
  }

  @Test
  void whoSitsDownAtADeskHearsOfItFromThenOn() {
    String item = parked(desks());
    calls.post(
        "cleo", "/me", "{\"operationName\":\"StartContactCenterSession\",\"place\":\"Desk-1\"}");
    try {
      calls.done("ben", Calls.DESKS_BIN, "PullChat", item);

      assertHeard(
          item,
          Map.of(
              "ben", List.of("desks-", "Chatting"),
              "cleo", List.of("desks-"),
              "admin", List.of("desks-")));
    } finally {
      demo.part(Seats.class).leave(demo.user("cleo")); // her listener stays
    }
  }

  @Test
  void whoWorksAloneTellsNobodyButTheAdministrator() {
    String item = parked(new BinId(new WorkbinId(Calls.IN_PROGRESS), demo.user("dan")));

    calls.done("dan", Calls.MY_BIN, "PullChat", item);

    assertHeard(item, Map.of("dan", List.of("own-", "Chatting"), "admin", List.of("own-")));
  }

  @Test
  void moveBetweenTwoBinsTellsEachAudienceOfItsOwnBinAlone() {
    String item = parked(team());

    calls.done("admin", Calls.DESKS_BIN, "AddChat", item);

    assertHeard(
        item,
        Map.of(
            "ada", List.of("team-", "desks+"),
            "ben", List.of("team-", "desks+"),
            "cleo", List.of("team-"),
            "sue", List.of("team-"),
            "admin", List.of("team-", "desks+", "InWorkbin")));
  }

  @Test
  void moveBetweenTwoAgentsBinsTellsEachOfHisOwnAndTheirManagerOfBoth() {
    String item = parked(demo.bensBin());
    BinId adas = new BinId(new WorkbinId(Calls.IN_PROGRESS), demo.user("ada"));
    Outcome moved =
        demo.part(Ledger.class)
            .move(
                new Move(
                    new InteractionId(item),
                    Optional.empty(),
                    new Location.Bin(demo.bensBin()),
                    new Location.Bin(adas),
                    demo.user("sue"),
                    Reason.MOVE,
                    0));
    assertThat(moved).isInstanceOf(Outcome.Moved.class);

    assertHeard(
        item,
        Map.of(
            "ada", List.of("own+"),
            "ben", List.of("own-"),
            "sue", List.of("own-", "own+", "InWorkbin"),
            "admin", List.of("own-", "own+")));
  }

  /** Parks a chat, has everybody subscribed to every bin, and forgets what was heard till then. */
  private static String parked(BinId bin) {
    String item = demo.park(Medium.CHAT, bin);
    for (String user : USERS) {
      everyBin()
          .forEach(each -> demo.part(Subscriptions.class).subscribe(demo.user(user), each, false));
    }
    forget();
    return item;
  }

  private static void forget() {
    listeners.values().forEach(PushClient::all);
  }

  private static Stream<BinId> everyBin() {
    var places =
        Stream.of("Desk-1", "Desk-2", "Desk-9")
            .map(name -> demo.part(Directories.class).now().placeNamed(name).orElseThrow().id());
    return Stream.of(
            Stream.of(team(), desks()),
            places.map(place -> bin(Calls.DESK, place)),
            USERS.stream().map(user -> bin(Calls.IN_PROGRESS, demo.user(user))))
        .flatMap(bins -> bins);
  }

  private static BinId team() {
    return demo.teamBin();
  }

  private static BinId desks() {
    return bin(
        Calls.DESKS,
        demo.part(Directories.class).now().placeGroupNamed("MyPlaceGroup").orElseThrow().id());
  }

  private static BinId bin(String workbin, OwnerId owner) {
    return new BinId(new WorkbinId(workbin), owner);
  }

  /** Whoever is not named heard nothing of the item, in whatever message. */
  private static void assertHeard(String item, Map<String, List<String>> expected) {
    Map<String, List<String>> heard = new HashMap<>();
    for (String user : USERS) {
      List<String> of =
          listeners.get(user).all().stream()
              .filter(told -> told.data().toString().contains(item))
              .map(WhoHearsWhatTest::told)
              .toList();
      if (!of.isEmpty()) {
        heard.put(user, of);
      }
    }
    assertThat(heard).isEqualTo(expected);
  }

  private static String told(Heard told) {
    JsonNode data = told.data();
    if (told.channel().equals("/v2/me/chats")) {
      return data.get("chat").get("state").stringValue();
    }
    String text = data.toString();
    assertThat(Stream.of("team-wb", "desks-wb", "In_Progress", "desk-wb", "Desk-1"))
        .as("names of bins in " + text)
        .noneMatch(text::contains);
    String bin =
        Map.of(
                Calls.TEAM,
                "team",
                Calls.DESKS,
                "desks",
                Calls.DESK,
                "desk",
                Calls.IN_PROGRESS,
                "own")
            .get(data.get("id").stringValue());
    return bin + (data.get("action").stringValue().equals("ItemAdded") ? "+" : "-");
  }
}
