package org.openworkbin.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.supervision.Office.failed;
import static org.openworkbin.supervision.Office.ids;
import static org.openworkbin.supervision.Office.list;
import static org.openworkbin.supervision.Office.ok;
import static org.openworkbin.supervision.Office.partly;
import static org.openworkbin.supervision.Office.refused;
import static org.openworkbin.supervision.Office.succeeded;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Content;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Journal;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.PushClient;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

/** Several items moved at once, and what the preview says of them, whatever the store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MovesContract {
  private final Dialect dialect;
  private DemoServer demo;
  private Office office;

  MovesContract(Dialect dialect) {
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
  void thePreviewSaysWhatWouldBecomeOfEachAndChangesNothing() {
    BinId from = office.groupBin();
    BinId to = office.groupBin();
    List<String> items = office.park(from, 2);
    String there = office.park(to, 1).getFirst();
    long before = demo.part(Journal.class).last();

    JsonNode answer =
        partly(
            office.move(
                "sue",
                "?preview=true",
                list(items.get(0), there, "0001NOBODY000001", items.get(1)),
                to,
                ""));

    assertThat(answer.get("preview").booleanValue()).isTrue();
    assertThat(answer.has("move")).isFalse();
    assertThat(answer.has("referenceId")).isFalse();
    assertThat(succeeded(answer)).containsExactlyElementsOf(items);
    assertThat(failed(answer)).containsExactly(there + " 18", "0001NOBODY000001 6");
    assertThat(answer.at("/succeeded/0/from/workbinId").stringValue())
        .isEqualTo(from.workbin().value());
    assertThat(answer.at("/succeeded/0/hold").longValue()).isEqualTo(item(items.get(0)).hold());
    assertThat(demo.part(Journal.class).last()).isEqualTo(before);
    assertThat(office.order(from)).containsExactlyElementsOf(items);
  }

  @Test
  void eachIsMovedByItselfInTheOrderAskedForUnderOneNumber() {
    BinId from = office.groupBin();
    BinId to = office.groupBin();
    List<String> items = new ArrayList<>(office.park(from, 3).reversed());

    JsonNode answer = ok(office.move("sue", "", items, to, "'comment':' Ben is away '"));

    assertThat(succeeded(answer)).containsExactlyElementsOf(items);
    assertThat(office.order(to)).containsExactlyElementsOf(items);
    assertThat(office.order(from)).isEmpty();
    for (JsonNode part : answer.get("succeeded")) {
      Interaction moved = item(part.get("id").stringValue());
      assertThat(part.get("hold").longValue()).isEqualTo(moved.hold());
      assertThat(demo.part(Journal.class).ofInteraction(moved.id(), 1).getFirst().referenceId())
          .isEqualTo(answer.get("referenceId").longValue());
    }
    JsonNode move = ok(office.get("sue", "/moves/" + id(answer))).get("move");
    assertThat(move.get("comment").stringValue()).isEqualTo("Ben is away");
    assertThat(move.get("count").intValue()).isEqualTo(3);
    assertThat(move.at("/by/userName").stringValue()).isEqualTo("sue");
    assertThat(move.at("/from/workbinId").stringValue()).isEqualTo(from.workbin().value());
    assertThat(move.at("/to/workbinId").stringValue()).isEqualTo(to.workbin().value());
    assertThat(ids(move.get("items"))).containsExactlyElementsOf(items);
  }

  @Test
  void whatCannotGoStaysAndTheRestGoes() {
    BinId from = office.groupBin();
    BinId to = office.groupBin();
    List<String> items = office.park(from, 3);
    office.pull("ada", from, items.get(1));

    JsonNode answer = partly(office.move("sue", "", items, to, ""));

    assertThat(succeeded(answer)).containsExactly(items.get(0), items.get(2));
    assertThat(failed(answer)).containsExactly(items.get(1) + " 19");
    assertThat(answer.at("/failed/0/conflict/heldBy/userName").stringValue()).isEqualTo("ada");
    assertThat(item(items.get(1)).location()).isEqualTo(new Location.Hand(demo.user("ada")));
  }

  @Test
  void whatIsNotForHimIsForHimAsIfItWereNot() {
    BinId to = office.groupBin();
    String dans = office.park(office.binOf("dan"), 1).getFirst();

    JsonNode told =
        partly(office.move("sue", "?preview=true", list(dans, "0001NOBODY000001"), to, ""))
            .get("failed");

    assertThat(told.get(0).toString().replace(dans, "0001NOBODY000001"))
        .isEqualTo(told.get(1).toString());
    assertThat(failed(partly(office.move("sue", "", list(dans, "0001NOBODY000001"), to, ""))))
        .containsExactly(dans + " 6", "0001NOBODY000001 6");
    refused(office.move("dan", "", list(dans), to, ""), 403, 5);
    refused(office.move("ada", "?preview=true", list(dans), to, ""), 403, 5);
    assertThat(office.order(office.binOf("dan"))).contains(dans);
  }

  @Test
  void aMemberWhoManagesNeitherBinMovesNothing() {
    BinId adas = office.binOf("ada");
    String item = office.park(demo.teamBin(), 1).getFirst();

    refused(office.move("ada", "", list(item), adas, ""), 403, 5);
    refused(office.move("sue", "", list(item), office.binOf("dan"), ""), 403, 5);
  }

  @Test
  void anItemIsTakenOutOfAHandOnlyByTheHoldByWhichItWasSeen() {
    BinId bin = office.groupBin();
    BinId to = office.groupBin();
    String item = office.park(bin, 1).getFirst();
    long old = office.pull("ben", bin, item);
    ok(office.post("ben", "/me/workitems/" + item, "{'operationName':'Release'}"));
    long hold = office.pull("ben", bin, item);

    assertThat(failed(partly(office.move("sue", "", list(item), to, ""))))
        .containsExactly(item + " 19");
    assertThat(failed(partly(office.take("sue", item, old, to)))).containsExactly(item + " 19");
    try (PushClient ben = office.listen("ben", "/v2/me/workitems")) {
      JsonNode answer = ok(office.take("sue", item, hold, to));
      assertThat(answer.at("/succeeded/0/holder/userName").stringValue()).isEqualTo("ben");
      JsonNode told = ben.next().data();
      assertThat(told.at("/workitem/state").stringValue()).isEqualTo("Revoked");
      assertThat(told.get("reason").stringValue()).isEqualTo("TakenBack");
      assertThat(told.has("referenceId")).isFalse();
    }
    Reply late =
        office.post(
            "ben",
            "/me/workitems/" + item,
            "{'operationName':'AttachUserData','hold':" + hold + ",'userData':{'Draft':'Dear'}}");
    refused(late, 409, 19);
    assertThat(late.json().at("/refused/userData/Draft").stringValue()).isEqualTo("Dear");
    assertThat(office.order(to)).containsExactly(item);
    assertThat(
            ok(office.get("sue", "/interactions/" + item + "/history"))
                .at("/history/0/reason")
                .stringValue())
        .isEqualTo("TakenBack");
  }

  @Test
  void whatHeMayNotSeeInAHandIsNotTakenOutOfIt() {
    BinId desks = office.desks();
    String item = office.park(desks, 1).getFirst();
    Interaction held = office.held(item, desks, "ada");

    assertThat(failed(partly(office.take("sue", item, held.hold(), office.groupBin()))))
        .containsExactly(item + " 6");
    assertThat(ok(office.take("admin", item, held.hold(), demo.teamBin())).get("failed")).isEmpty();
  }

  @Test
  void ofAWholeBinThatIsMovedWhichIsWanted() {
    BinId from = office.groupBin();
    BinId to = office.groupBin();
    String german = park(from, Medium.EMAIL, "{\"Language\":\"de\"}");
    park(from, Medium.EMAIL, "{\"Language\":\"fr\"}");
    park(from, Medium.CHAT, "{\"Language\":\"de\"}");

    JsonNode answer =
        ok(
            office.moveFrom(
                "sue", from, "'medium':'email','filter':{'userData.Language':['de','it']}", to));

    assertThat(succeeded(answer)).containsExactly(german);
    assertThat(answer.get("more").booleanValue()).isFalse();
    assertThat(office.order(to)).containsExactly(german);
    assertThat(ok(office.moveFrom("sue", to, "'medium':'chat'", from)).has("move")).isFalse();
  }

  @Test
  void ofMoreThanMayBeMovedAtOnceTheFirstAreMoved() {
    BinId from = office.groupBin();
    BinId to = office.groupBin();
    List<String> items = office.park(from, 101);

    JsonNode answer = ok(office.moveFrom("sue", from, "", to));

    assertThat(succeeded(answer)).containsExactlyElementsOf(items.subList(0, 100));
    assertThat(answer.get("more").booleanValue()).isTrue();
    assertThat(office.order(from)).containsExactly(items.getLast());
    refused(office.move("sue", "", items, to, ""), 400, 10);
  }

  @Test
  void theBinOfOneWhoLeftIsGivenToOthers() {
    BinId left = new BinId(office.binOf("ada").workbin(), new UserId("0".repeat(31) + "7"));
    List<String> items = office.park(left, 2);
    BinId to = office.groupBin();

    refused(office.moveFrom("sue", left, "", to), 403, 5);
    JsonNode answer = ok(office.moveFrom("admin", left, "", to));

    assertThat(office.order(to)).containsExactlyElementsOf(items);
    ok(office.undo("admin", id(answer)));
    assertThat(office.order(left)).containsExactlyElementsOf(items);
    refused(office.move("admin", "", items, left, ""), 403, 5);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\"{'ids':['A']}\", 400, 1",
        "\"{'to':TO}\", 400, 1",
        "\"{'ids':[],'to':TO}\", 400, 1",
        "\"{'ids':['A'],'from':TO,'to':TO}\", 400, 2",
        "\"{'from':TO,'to':TO}\", 400, 2",
        "\"{'ids':'A','to':TO}\", 400, 2",
        "\"{'ids':['A'],'holds':{'A':'x'},'to':TO}\", 400, 2",
        "\"{'ids':['A'],'holds':[7],'to':TO}\", 400, 2",
        "\"{'ids':['A'],'to':'here'}\", 400, 2",
        "\"{'ids':['A'],'to':{'workbinId':'none'}}\", 404, 6",
        "\"{'ids':['A'],'to':{'agentGroup':'MyAgentGroup'}}\", 400, 1",
        "\"{'ids':['A'],'comment':'\\u0000','to':TO}\", 400, 10",
        "\"{'from':{'workbinId':'WB','agentGroup':'MyAgentGroup','medium':'fax'},'to':{'workbinId':'IP','userId':'BEN'}}\", 400, 10",
      })
  void badRequestsAreRefused(String body, int status, int code) {
    String to = "{'workbinId':'WB','agentGroup':'MyAgentGroup'}";
    String sent =
        body.replace("TO", to)
            .replace("WB", demo.teamBin().workbin().value())
            .replace("IP", Office.IN_PROGRESS)
            .replace("BEN", demo.user("ben").value());
    refused(office.post("sue", "/moves", sent), status, code);
  }

  @Test
  void whatIsNoIdIsAnsweredByItself() {
    BinId from = office.groupBin();
    String item = office.park(from, 1).getFirst();

    JsonNode answer =
        partly(office.move("sue", "", list("\\u0000", item, "no id"), office.groupBin(), ""));

    assertThat(succeeded(answer)).containsExactly(item);
    assertThat(failed(answer)).containsExactly("\0 6", "no id 6");
  }

  private String park(BinId bin, Medium medium, String userData) {
    return demo.park(
        medium, bin, new Content("Inbound", "2026-11-22 09:00:00.000+0000", 0, "{}", userData));
  }

  private Interaction item(String id) {
    return demo.part(Bins.class).find(new InteractionId(id)).orElseThrow();
  }

  private static String id(JsonNode answer) {
    return answer.get("move").stringValue();
  }
}
