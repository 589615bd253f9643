package org.openworkbin.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openworkbin.ledger.Medium;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

/** Who may read the way of an interaction, and what of it, whatever the store. */
abstract class HistoryContract extends WorkitemServer {

  HistoryContract(Dialect dialect) {
    super(dialect);
  }

  @Test
  void everyStepSaysWhenWhyByWhomWhenceAndWhither() {
    String item = create("ada");
    ok(post("ada", TEAM_BIN, body("AddWorkitem", "'id': '" + item + "'")));
    ok(post("ben", TEAM_BIN, body("PullWorkitem", "'id': '" + item + "'")));
    ok(run("ben", item, "AttachUserData", "'userData': {'Called': true}"));
    ok(post("ben", MY_BIN, body("AddWorkitem", "'id': '" + item + "'")));

    List<JsonNode> steps = history("ben", item);

    assertThat(steps)
        .extracting(step -> step.get("reason").stringValue())
        .containsExactly("Add", "Update", "Pull", "Add", "Create");
    assertThat(steps)
        .extracting(step -> step.at("/actor/userName").stringValue())
        .containsExactly("ben", "ben", "ben", "ada", "ada");
    JsonNode pull = steps.get(2);
    assertThat(pull.at("/from/kind").stringValue()).isEqualTo("bin");
    assertThat(pull.at("/from/workbin/displayName").stringValue()).isEqualTo("Team");
    assertThat(pull.at("/from/agentGroup").stringValue()).isEqualTo("MyAgentGroup");
    assertThat(pull.at("/to/kind").stringValue()).isEqualTo("hand");
    assertThat(pull.at("/to/agent/firstName").stringValue()).isEqualTo("Ben");
    assertThat(steps.getLast().at("/from/kind").stringValue()).isEqualTo("nowhere");
  }

  @Test
  void binsThatTheReaderMayNotSeeAreNotNamed() {
    String item = demo.park(Medium.WORKITEM, demo.teamBin());
    ok(post("ben", TEAM_BIN, body("PullWorkitem", "'id': '" + item + "'")));
    ok(post("ben", MY_BIN, body("AddWorkitem", "'id': '" + item + "'")));

    JsonNode last = history("ada", item).getFirst();

    assertThat(last.get("to").propertyNames()).containsExactly("kind");
    assertThat(last.at("/to/kind").stringValue()).isEqualTo("hidden");
    assertThat(history("sue", item).getFirst().at("/to/owner/userName").stringValue())
        .isEqualTo("ben");
  }

  @Test
  void whoNeverHadToDoWithItIsToldThatThereIsNone() {
    String item = demo.park(Medium.WORKITEM, demo.bensBin());

    refused(get("dan", "/interactions/" + item + "/history"), 404, 6);
    refused(get("ada", "/interactions/" + item + "/history"), 404, 6);
    refused(get("ada", "/interactions/0001NOBODY000001/history"), 404, 6);
    assertThat(history("ben", item)).hasSize(1);
  }

  @Test
  void theNewestStepAloneSaysWhoHasItNow() {
    String item = demo.park(Medium.WORKITEM, demo.teamBin());
    ok(post("cleo", TEAM_BIN, body("PullWorkitem", "'id': '" + item + "'")));

    JsonNode answer = get("ada", "/interactions/" + item + "/history?limit=1").json();

    assertThat(answer.get("history")).hasSize(1);
    assertThat(answer.at("/history/0/to/agent/userName").stringValue()).isEqualTo("cleo");
  }

  private List<JsonNode> history(String user, String item) {
    Reply reply = get(user, "/interactions/" + item + "/history");
    ok(reply);
    return reply.json().get("history").valueStream().toList();
  }
}
