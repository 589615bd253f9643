package org.openworkbin.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.supervision.Office.failed;
import static org.openworkbin.supervision.Office.ids;
import static org.openworkbin.supervision.Office.list;
import static org.openworkbin.supervision.Office.ok;
import static org.openworkbin.supervision.Office.partly;
import static org.openworkbin.supervision.Office.refused;
import static org.openworkbin.supervision.Office.succeeded;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Journal;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

/** What is remembered of moves of several items, and how they are undone, whatever the store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class UndoContract {
  private final Dialect dialect;
  private DemoServer demo;
  private Office office;

  UndoContract(Dialect dialect) {
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
  void everyItemGoesBackToItsOldPosition() {
    BinId from = office.groupBin();
    BinId to = office.groupBin();
    List<String> items = office.park(from, 5);
    List<Optional<Interaction.Placement>> places = places(items);
    String move = moved(list(items.get(3), items.get(1), items.get(0)), to);
    office.park(from, 1);

    JsonNode answer = ok(office.undo("sue", move));

    assertThat(succeeded(answer)).containsExactly(items.get(3), items.get(1), items.get(0));
    assertThat(office.order(from).subList(0, 5)).containsExactlyElementsOf(items);
    assertThat(office.order(to)).isEmpty();
    assertThat(places(items)).isEqualTo(places);
    assertThat(item(items.get(1)).hold()).isEqualTo(answer.at("/succeeded/1/hold").longValue());
    JsonNode steps = ok(office.get("sue", "/interactions/" + items.get(1) + "/history"));
    assertThat(steps.at("/history/0/reason").stringValue()).isEqualTo("Undo");
    JsonNode told = ok(office.get("sue", "/moves/" + move)).get("move");
    assertThat(told.get("undone").booleanValue()).isTrue();
    assertThat(told.at("/undoneBy/userName").stringValue()).isEqualTo("sue");
    assertThat(told.at("/items/0/undone").booleanValue()).isTrue();
    assertThat(told.has("undoUntil")).isFalse();
  }

  @Test
  void itIsUndoneOnce() {
    BinId from = office.groupBin();
    List<String> items = office.park(from, 1);
    String move = moved(items, office.groupBin());
    ok(office.undo("sue", move));
    long before = demo.part(Journal.class).last();

    refused(office.undo("sue", move), 409, 19);

    assertThat(demo.part(Journal.class).last()).isEqualTo(before);
    refused(office.post("sue", "/moves/" + move, "{'operationName':'Redo'}"), 400, 2);
    refused(office.post("sue", "/moves/" + move, "{}"), 400, 1);
  }

  @Test
  void whatWasMovedOnStaysWhereItIsAndAChangeOfItsDataIsNone() {
    BinId from = office.groupBin();
    BinId to = office.groupBin();
    List<String> items = office.park(from, 4);
    String move = moved(items, to);
    office.pull("ada", to, items.get(0));
    office.pull("ben", to, items.get(1));
    ok(office.post("ben", "/me/workitems/" + items.get(1), "{'operationName':'Release'}"));
    ok(
        office.post(
            "sue",
            "/workitems/" + items.get(2),
            "{'operationName':'AttachUserData','userData':{'Seen':true}}"));

    JsonNode answer = partly(office.undo("sue", move));

    assertThat(succeeded(answer)).containsExactly(items.get(2), items.get(3));
    assertThat(failed(answer)).containsExactly(items.get(0) + " 19", items.get(1) + " 19");
    assertThat(answer.at("/failed/0/conflict/heldBy/userName").stringValue()).isEqualTo("ada");
    assertThat(office.order(from)).containsExactly(items.get(2), items.get(3));
    assertThat(item(items.get(2)).content().userData()).contains("Seen");
    assertThat(office.order(to)).containsExactly(items.get(1));
  }

  @Test
  void whatWasTakenOutOfAHandIsPutIntoNone() {
    BinId from = office.groupBin();
    BinId to = office.groupBin();
    String item = office.park(from, 1).getFirst();
    long hold = office.pull("ben", from, item);
    JsonNode taken = ok(office.take("sue", item, hold, to));

    assertThat(taken.has("undoUntil")).isFalse();
    assertThat(failed(partly(office.undo("sue", taken.get("move").stringValue()))))
        .containsExactly(item + " 2");
    assertThat(office.order(to)).containsExactly(item);
  }

  @Test
  void movesAreForThoseWhoMadeThemAndForAdministrators() {
    String move = moved(office.park(office.groupBin(), 1), office.groupBin());

    for (String other : list("ada", "dan")) {
      refused(office.get(other, "/moves/" + move), 404, 6);
      refused(office.undo(other, move), 404, 6);
      assertThat(ok(office.get(other, "/moves")).get("moves")).isEmpty();
    }
    refused(office.get("sue", "/moves/none"), 404, 6);
    assertThat(ids(ok(office.get("sue", "/moves")).get("moves"))).first().isEqualTo(move);
    assertThat(ids(ok(office.get("admin", "/moves?limit=1")).get("moves"))).containsExactly(move);
    ok(office.undo("admin", move));
  }

  @Test
  void aRepetitionWithItsKeyIsAnsweredAsBeforeAndDoesNothing() {
    BinId from = office.groupBin();
    BinId to = office.groupBin();
    List<String> items = office.park(from, 3);
    office.pull("ada", from, items.get(2));
    TestClient sue = office.client("sue").with("Idempotency-Key", "m-" + items.getFirst());
    Reply first = office.move(sue, items, to);
    long before = demo.part(Journal.class).last();
    ok(office.post("ada", "/me/workitems/" + items.get(2), "{'operationName':'Release'}"));

    Reply again = office.move(sue, items, to);

    assertThat(again.text()).isEqualTo(first.text());
    assertThat(demo.part(Journal.class).last()).isEqualTo(before + 1);
    refused(office.move(sue, items.subList(0, 1), to), 422, 10);
    String pull = "{\"operationName\":\"PullWorkitem\",\"id\":\"" + items.getFirst() + "\"}";
    String bin = "/api/v2/me/workbins/" + to.workbin().value() + "?agentGroup=MyAgentGroup";
    refused(sue.post(bin, pull), 422, 10);

    String undo = "/api/v2/moves/" + first.json().get("move").stringValue();
    TestClient once = office.client("sue").with("Idempotency-Key", "u-" + items.getFirst());
    Reply undone = once.post(undo, "{\"operationName\":\"Undo\"}");
    ok(undone);
    assertThat(once.post(undo, "{\"operationName\":\"Undo\"}").text()).isEqualTo(undone.text());
  }

  @Test
  void aMoveThatWasCutOffIsFoundInTheJournalAndUndone() {
    BinId from = office.groupBin();
    BinId to = office.groupBin();
    List<String> items = office.park(from, 3);
    BulkMove begun = office.cutOffAfterTheFirst(items, to, "");

    JsonNode move = ok(office.get("sue", "/moves/" + begun.id())).get("move");

    assertThat(move.get("count").intValue()).isEqualTo(1);
    assertThat(move.get("items").valueStream().map(item -> item.get("moved").booleanValue()))
        .containsExactly(true, false, false);
    assertThat(succeeded(ok(office.undo("sue", begun.id())))).containsExactly(items.get(0));
    assertThat(office.order(from)).containsExactlyElementsOf(items);
  }

  @Test
  void aRepetitionGoesOnWhereACrashCutItOff() {
    BinId from = office.groupBin();
    BinId to = office.groupBin();
    List<String> items = office.park(from, 3);
    TestClient sue = office.client("sue").with("Idempotency-Key", "c-" + items.getFirst());
    Reply refused = office.move(sue, items, office.binOf("dan"));
    refused(refused, 403, 5);
    BulkMove begun = office.cutOffAfterTheFirst(items, to, "c-" + items.getFirst());
    long before = demo.part(Journal.class).last();

    JsonNode answer = ok(office.move(sue, items, to));

    assertThat(succeeded(answer)).containsExactlyElementsOf(items);
    assertThat(answer.get("move").stringValue()).isEqualTo(begun.id());
    assertThat(answer.get("referenceId").longValue()).isEqualTo(begun.referenceId());
    assertThat(demo.part(Journal.class).last()).isEqualTo(before + 2);
  }

  @Test
  void anUndoThatWasCutOffCanBeDoneAgain() {
    BinId from = office.groupBin();
    BinId to = office.groupBin();
    List<String> items = office.park(from, 3);
    String id = moved(items, to);
    BulkMove move = demo.part(MoveMemory.class).find(id).orElseThrow();
    BulkMove.Undoing undoing =
        new BulkMove.Undoing(move.at(), move.by(), 987_001, Optional.empty());
    assertThat(demo.part(MoveStore.class).claim(id, undoing)).isTrue();
    demo.part(MoveDecisions.class).back(move, move.items().getFirst(), undoing);

    JsonNode answer = ok(office.undo("sue", id));

    assertThat(succeeded(answer)).containsExactlyElementsOf(items);
    assertThat(office.order(from)).containsExactlyElementsOf(items);
  }

  /** The server died when it had undone the move, before it kept the answer. */
  @Test
  void aRepetitionOfAnUndoWhoseAnswerWasLostIsToldWhatItDid() {
    List<String> items = office.park(office.groupBin(), 2);
    String id = moved(items, office.groupBin());
    Optional<String> key = Optional.of("k-" + id);
    RecentMoves recent = demo.part(RecentMoves.class);
    BulkMove undone = recent.undo(demo.user("sue"), id, key);
    long before = demo.part(Journal.class).last();

    JsonNode answer =
        ok(
            office
                .client("sue")
                .with("Idempotency-Key", key.orElseThrow())
                .post("/api/v2/moves/" + id, "{\"operationName\":\"Undo\"}"));

    assertThat(succeeded(answer)).containsExactlyElementsOf(items);
    assertThat(answer.get("referenceId").longValue())
        .isEqualTo(undone.undoing().orElseThrow().referenceId());
    assertThat(demo.part(Journal.class).last()).isEqualTo(before);
    refused(office.undo("sue", id), 409, 19);
  }

  @Test
  void itSurvivesARestart() {
    BinId from = office.groupBin();
    List<String> items = office.park(from, 2);
    String move = moved(items, office.groupBin());

    demo.restart();
    office = new Office(demo);

    ok(office.undo("sue", move));
    assertThat(office.order(from)).containsExactlyElementsOf(items);
  }

  @Test
  void afterADayItIsForgotten() {
    String move = moved(office.park(office.groupBin(), 1), office.groupBin());
    InstantSource clock = demo.part(InstantSource.class);
    InstantSource tomorrow = () -> clock.instant().plus(Duration.ofHours(25));
    MoveMemory then =
        new MoveMemory(demo.part(MoveStore.class), demo.part(Journal.class), tomorrow);

    assertThat(then.find(move)).isEmpty();
    assertThat(then.newest(Optional.empty(), 10)).isEmpty();
    assertThat(demo.part(MoveMemory.class).find(move)).isPresent();
  }

  private String moved(List<String> items, BinId to) {
    return ok(office.move("sue", "", items, to, "")).get("move").stringValue();
  }

  private List<Optional<Interaction.Placement>> places(List<String> items) {
    return items.stream().map(id -> item(id).placement()).toList();
  }

  private Interaction item(String id) {
    return demo.part(Bins.class).find(new InteractionId(id)).orElseThrow();
  }
}
