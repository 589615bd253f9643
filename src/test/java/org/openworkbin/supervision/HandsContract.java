package org.openworkbin.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.supervision.Office.ok;
import static org.openworkbin.supervision.Office.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.ledger.Ledger;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Move;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.ledger.Reason;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.DemoServer;
import tools.jackson.databind.JsonNode;

/** Who is told who has what in hand, whatever the store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HandsContract {
  private final Dialect dialect;
  private DemoServer demo;
  private Office office;

  HandsContract(Dialect dialect) {
    this.dialect = dialect;
  }

  @BeforeAll
  void start() {
    demo = DemoServer.start(dialect);
    office = new Office(demo);
  }

  @AfterAll
  void stop() {
    demo.close();
  }

  @Test
  void aManagerSeesWhatHisAgentsHaveSinceWhenAndWhereItCameFrom() {
    BinId bin = office.groupBin();
    String item = office.park(bin, 1).getFirst();
    long hold = office.pull("ben", bin, item);

    JsonNode answer = ok(office.get("sue", "/hands"));

    assertThat(names(answer)).containsExactly("ada", "ben", "cleo", "sue");
    assertThat(answer.get("totalCount").intValue()).isEqualTo(4);
    JsonNode held = item(hand(answer, "ben"), item);
    assertThat(held.get("medium").stringValue()).isEqualTo("workitem");
    assertThat(held.get("state").stringValue()).isEqualTo("Processing");
    assertThat(held.get("hold").longValue()).isEqualTo(hold);
    assertThat(held.get("subject").stringValue()).isEqualTo("A test");
    assertThat(held.at("/from/workbinId").stringValue()).isEqualTo(bin.workbin().value());
    assertThat(held.at("/from/displayName").stringValue()).isEqualTo("A bin");
    assertThat(held.at("/from/type").stringValue()).isEqualTo("AgentGroup");
    assertThat(held.at("/from/owner/name").stringValue()).isEqualTo("MyAgentGroup");
    Instant now = Instant.parse(answer.get("now").stringValue());
    assertThat(Instant.parse(held.get("since").stringValue())).isBeforeOrEqualTo(now);
    assertThat(Instant.parse(held.get("leaseUntil").stringValue()))
        .isBetween(now.plus(Duration.ofMinutes(170)), now.plus(Duration.ofMinutes(180)));
  }

  @Test
  void whatCameOutOfABinThatTheReaderMayNotSeeIsCountedAlone() {
    BinId desks = office.desks();
    String item = demo.park(Medium.EMAIL, desks);
    office.held(item, desks, "ada");

    JsonNode forSue = hand(ok(office.get("sue", "/hands")), "ada");
    assertThat(forSue.get("hidden").intValue()).isEqualTo(1);
    assertThat(forSue.toString()).doesNotContain(item);
    JsonNode forAda = hand(ok(office.get("ada", "/hands")), "ada");
    assertThat(forAda.get("hidden").intValue()).isZero();
    assertThat(item(forAda, item).at("/from/owner/name").stringValue()).isEqualTo("MyPlaceGroup");
    assertThat(item(hand(ok(office.get("admin", "/hands")), "ada"), item).has("from")).isTrue();
  }

  @Test
  void anOfferIsWithTheOneWhoIsInvited() {
    String item = demo.park(Medium.WORKITEM, office.binOf("ben"));
    Location.Hand hand = new Location.Hand(demo.user("ben"));
    office.held(item, office.binOf("ben"), "ben");
    Location.Offer offer = new Location.Offer(demo.user("cleo"), demo.user("ben"));
    moved(item, hand, offer, Reason.TRANSFER);

    JsonNode answer = ok(office.get("sue", "/hands?userId=" + demo.user("cleo").value()));

    assertThat(names(answer)).containsExactly("cleo");
    JsonNode offered = item(hand(answer, "cleo"), item);
    assertThat(offered.get("state").stringValue()).isEqualTo("Invited");
    assertThat(offered.at("/from/owner/userName").stringValue()).isEqualTo("ben");
    assertThat(
            Duration.between(
                Instant.parse(offered.get("since").stringValue()),
                Instant.parse(offered.get("leaseUntil").stringValue())))
        .isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void everybodySeesHimselfAndNobodyThoseWhomHeDoesNotLookAfter() {
    assertThat(names(ok(office.get("dan", "/hands")))).containsExactly("dan");
    assertThat(names(ok(office.get("admin", "/hands"))))
        .containsExactly("ada", "admin", "ben", "cleo", "dan", "sue");
    refused(office.get("dan", "/hands?userId=" + demo.user("ada").value()), 403, 5);
    refused(office.get("sue", "/hands?userId=" + demo.user("dan").value()), 403, 5);
    refused(office.get("sue", "/hands?userId=nobody"), 404, 6);
  }

  @Test
  void aGroupIsForThoseWhoKnowWhoIsInIt() {
    assertThat(names(ok(office.get("sue", "/hands?agentGroup=MyAgentGroup"))))
        .containsExactly("ada", "ben", "cleo");
    assertThat(names(ok(office.get("ada", "/hands?agentGroup=MyAgentGroup"))))
        .containsExactly("ada");
    refused(office.get("dan", "/hands?agentGroup=MyAgentGroup"), 403, 5);
    refused(office.get("sue", "/hands?agentGroup=NoSuchGroup"), 404, 6);
  }

  @Test
  void pagesHaveTheirPartOfThemAndTheCountOfAll() {
    JsonNode page = ok(office.get("admin", "/hands?limit=2&offset=1"));

    assertThat(names(page)).containsExactly("admin", "ben");
    assertThat(page.get("totalCount").intValue()).isEqualTo(6);
    refused(office.get("admin", "/hands?limit=0"), 400, 10);
  }

  private void moved(String item, Location from, Location to, Reason reason) {
    InteractionId id = new InteractionId(item);
    Move move = new Move(id, Optional.empty(), from, to, demo.user("ben"), reason, 0);
    assertThat(demo.part(Ledger.class).move(move)).isInstanceOf(Outcome.Moved.class);
  }

  private static List<String> names(JsonNode answer) {
    return answer
        .get("hands")
        .valueStream()
        .map(hand -> hand.at("/user/userName").stringValue())
        .toList();
  }

  private static JsonNode hand(JsonNode answer, String userName) {
    return answer
        .get("hands")
        .valueStream()
        .filter(hand -> hand.at("/user/userName").stringValue().equals(userName))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode item(JsonNode hand, String id) {
    return hand.get("items")
        .valueStream()
        .filter(item -> item.get("id").stringValue().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
