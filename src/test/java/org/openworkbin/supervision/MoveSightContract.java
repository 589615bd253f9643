package org.openworkbin.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.supervision.Office.failed;
import static org.openworkbin.supervision.Office.list;
import static org.openworkbin.supervision.Office.ok;
import static org.openworkbin.supervision.Office.partly;
import static org.openworkbin.supervision.Office.refused;
import static org.openworkbin.supervision.Office.succeeded;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openworkbin.directory.AgentGroup;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.http.Repetition;
import org.openworkbin.id.BinId;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.DemoServer;
import tools.jackson.databind.JsonNode;

/** What is told of a move later, to whom, and again after a crash, whatever the store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MoveSightContract {
  private final Dialect dialect;
  private DemoServer demo;
  private Office office;

  MoveSightContract(Dialect dialect) {
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
  void whereAnItemIsIsToldToWhoReadsByWhatHeMaySeeNotByWhatTheOneWhoUndidMay() {
    BinId from = office.groupBin();
    BinId to = office.groupBin();
    List<String> items = office.park(from, 2);
    String move = moved(items, to);
    ok(office.move("admin", "", items, office.desks(), ""));
    office.held(items.get(1), office.desks(), "ada");
    JsonNode undo = partly(office.undo("admin", move));
    assertThat(failed(undo)).containsExactly(items.get(0) + " 19", items.get(1) + " 19");
    assertThat(undo.at("/failed/0/conflict").toString()).contains(Office.DESKS);
    assertThat(undo.at("/failed/1/conflict/heldBy/userName").stringValue()).isEqualTo("ada");

    JsonNode told = items("sue", move);

    for (JsonNode item : told) {
      assertThat(item.get("statusCode").intValue()).isEqualTo(19);
      assertThat(item.toString()).doesNotContain(Office.DESKS, "heldBy", "\"ada\"");
    }
    assertThat(items("admin", move).toString()).contains(Office.DESKS, "heldBy");
  }

  @Test
  void whatHeMayNoMoreSeeIsNotTold() {
    BinId from = office.groupBin();
    BinId to = office.groupBin();
    List<String> items = office.park(from, 3);
    office.pull("ada", from, items.get(1));
    long hold = office.pull("ben", from, items.get(2));
    JsonNode answer =
        partly(
            office.move("sue", "", items, to, "'holds':{'%s':%d}".formatted(items.get(2), hold)));
    assertThat(failed(answer)).containsExactly(items.get(1) + " 19");
    String move = answer.get("move").stringValue();
    assertThat(items("sue", move).toString()).contains("holder", "heldBy", "from");

    AgentGroup group =
        demo.part(Directories.class).now().agentGroupNamed("MyAgentGroup").orElseThrow();
    demo.change(DirectoryChange.of(group.with(group.members(), Set.of())));
    try {
      JsonNode told = ok(office.get("sue", "/moves/" + move)).get("move");
      assertThat(told.has("to")).isFalse();
      assertThat(told.at("/items/1/statusCode").intValue()).isEqualTo(19);
      for (JsonNode item : told.get("items")) {
        assertThat(item.toString())
            .doesNotContain("holder", "conflict", "from", "\"ada\"", "\"ben\"");
      }
    } finally {
      demo.change(DirectoryChange.of(group));
    }
    assertThat(items("sue", move).toString()).contains("holder", "heldBy", "from");
  }

  @Test
  void aRepetitionAfterACrashNamesWhatIsNoIdAsBefore() {
    BinId to = office.groupBin();
    String item = office.park(office.groupBin(), 1).getFirst();
    List<String> asked = list(item, "no id");
    String key = "n-" + item;
    office.cutOffAfterTheFirst(asked, to, key);

    JsonNode answer = partly(office.repeat(key, asked, to));

    assertThat(succeeded(answer)).containsExactly(item);
    assertThat(failed(answer)).containsExactly("no id 6");
  }

  @Test
  void aRepetitionOfWhatWasCutOffAndUndoneNamesEachItem() {
    BinId from = office.groupBin();
    BinId to = office.groupBin();
    List<String> items = office.park(from, 3);
    String key = "o-" + items.getFirst();
    ok(office.undo("sue", office.cutOffAfterTheFirst(items, to, key).id()));

    JsonNode answer = partly(office.repeat(key, items, to));

    assertThat(succeeded(answer)).containsExactly(items.getFirst());
    assertThat(failed(answer)).containsExactly(items.get(1) + " 19", items.get(2) + " 19");
    assertThat(office.order(from)).containsExactlyElementsOf(items);
  }

  @Test
  void thatThereWasMoreIsRemembered() {
    BinId to = office.groupBin();
    List<String> items = office.park(office.groupBin(), 1);
    Repetition request =
        new Repetition(demo.user("sue"), Optional.of("m-" + items.getFirst()), "digest");
    demo.part(MoveStore.class).add(office.planned(items, to, true), request);

    BulkMove move = demo.part(BulkMoves.class).begunBy(request, List.of()).orElseThrow();

    assertThat(move.more()).isTrue();
    assertThat(move.moved()).hasSize(1);
  }

  @Test
  void aListHasABound() {
    ok(office.get("sue", "/moves?limit=200"));
    refused(office.get("sue", "/moves?limit=201"), 400, 10);
  }

  private JsonNode items(String reader, String move) {
    return ok(office.get(reader, "/moves/" + move)).at("/move/items");
  }

  private String moved(List<String> items, BinId to) {
    return ok(office.move("sue", "", items, to, "")).get("move").stringValue();
  }
}
