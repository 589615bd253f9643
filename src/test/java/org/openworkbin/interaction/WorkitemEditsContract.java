package org.openworkbin.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openworkbin.ledger.Medium;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.TestClient;
import tools.jackson.databind.JsonNode;

/** How what work items hold is changed over HTTP, whatever the store. */
abstract class WorkitemEditsContract extends WorkitemServer {

  WorkitemEditsContract(Dialect dialect) {
    super(dialect);
  }

  @Test
  void userDataIsAttachedUpdatedAndDeleted() {
    String item = create("ada");

    ok(run("ada", item, "AttachUserData", "'userData': {'A': 'x', 'B': null, 'Priority': 4}"));
    ok(run("ada", item, "UpdateUserData", "'userData': {'A': 'y', 'C': {'d': [1, 2.0]}}"));
    ok(run("ada", item, "DeleteUserData", "'keys': ['B', 'gone']"));
    ok(run("ada", item, "SetDisposition", "'disposition': 'Solved'"));
    ok(run("ada", item, "SetDisposition", "'disposition': 'Late', 'dispositionKey': 'Why'"));
    ok(run("ada", item, "AddComment", "'comment': 'He will \\\"call\\\" back'"));

    JsonNode read = workitem("ada", "/workitems/" + item);
    JsonNode userData = read.get("userData");
    assertThat(userData.get("A").stringValue()).isEqualTo("y");
    assertThat(userData.has("B")).isFalse();
    assertThat(userData.get("C").get("d").get(1).toString()).isEqualTo("2.0");
    assertThat(userData.get("DispositionCode").stringValue()).isEqualTo("Solved");
    assertThat(userData.get("Why").stringValue()).isEqualTo("Late");
    assertThat(read.get("comment").stringValue()).isEqualTo("He will \"call\" back");
    ok(run("ada", item, "DeleteUserData", "'userData': {'A': '', 'C': 1}"));
    ok(run("ada", item, "DeleteUserData", "'userData': ['Why']"));
    assertThat(workitem("ada", "/workitems/" + item).get("userData").has("A")).isFalse();
    assertThat(workitem("ada", "/workitems/" + item).get("userData").has("Why")).isFalse();
    complete("ada", item);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "AttachUserData | `'userData': {'Workbin': 'x'}` | 400 | 11",
        "UpdateUserData | `'userData': {'InteractionId': 'x'}` | 400 | 11",
        "DeleteUserData | `'keys': ['AssignedTo']` | 400 | 11",
        "SetDisposition | `'disposition': 'x', 'dispositionKey': 'IsHeld'` | 400 | 11",
        "AttachUserData | `'userData': {'A': 'a\\u0000b'}` | 400 | 10",
        "AttachUserData | `'userData': {'A': {'b': ['\\ud800']}}` | 400 | 10",
        "AttachUserData | `'userData': {'A': 1, 'A': 2}` | 400 | 2",
        "AttachUserData | `'userData': ['A']` | 400 | 2",
        "AttachUserData | `'userData': 'A'` | 400 | 2",
        "AttachUserData | `'userdata': {'A': 1}` | 400 | 1",
        "DeleteUserData | `'keys': []` | 400 | 1",
        "DeleteUserData | `'keys': [7]` | 400 | 2",
        "SetDisposition | `'disposition': ''` | 400 | 1",
        "AddComment | `'comment': null` | 400 | 1",
        "Accept | `'x': 1` | 400 | 2",
        "Reject | `'x': 1` | 400 | 2",
        "Retweet | `'x': 1` | 400 | 2",
        "Dance | `'x': 1` | 400 | 2",
        "complete | `'x': 1` | 400 | 2",
        "Transfer | `'x': 1` | 400 | 1",
        "Transfer | `'targetUri': '/places/1'` | 400 | 2",
        "Transfer | `'targetUri': '/users/1'` | 404 | 6",
        "Transfer | `'queueName': 'Nowhere'` | 404 | 6",
        "Transfer | `'targetUri': '/queues/1'` | 404 | 6",
        "Transfer | `'workbinId': '1'` | 404 | 6",
        "Complete | `'queueName': 'Nowhere'` | 404 | 6",
        "Complete | `'saveLAR': 'perhaps'` | 400 | 2",
        "Complete | `'hold': 'x'` | 400 | 2",
        "Complete | `'hold': 1` | 409 | 19",
      })
  void badInputIsRefusedAndChangesNothing(String operation, String more, int status, int code) {
    String item = create("ada");
    String before = get("ada", "/me/workitems/" + item).text();

    refused(run("ada", item, operation, more), status, code);

    assertThat(get("ada", "/me/workitems/" + item).text()).isEqualTo(before);
    complete("ada", item);
  }

  @Test
  void userDataHaveBounds() {
    String item = create("ada");
    StringBuilder many = new StringBuilder("'k0': 0");
    for (int key = 1; key <= 512; key++) {
      many.append(", 'k").append(key).append("': ").append(key);
    }

    refused(run("ada", item, "AttachUserData", "'userData': {" + many + "}"), 400, 10);
    refused(
        run("ada", item, "AttachUserData", "'userData': {'A': '" + "x".repeat(65_536) + "'}"),
        400,
        10);
    ok(run("ada", item, "AttachUserData", "'userData': {'A': '" + "x".repeat(65_000) + "'}"));
    refused(
        run("ada", item, "AttachUserData", "'userData': {'B': '" + "x".repeat(600) + "'}"),
        400,
        10);
    complete("ada", item);
  }

  @Test
  void whatSomebodyElseHasIsNotProbedByWhatWouldFit() {
    String item = create("ada");
    ok(run("ada", item, "AttachUserData", "'userData': {'A': '" + "x".repeat(65_000) + "'}"));

    refused(
        run("ben", item, "AttachUserData", "'userData': {'B': '" + "x".repeat(600) + "'}"), 404, 6);
    complete("ada", item);
  }

  @Test
  void aSupervisorChangesWhatIsParkedAndNobodyElseDoes() {
    String item = demo.park(Medium.WORKITEM, demo.teamBin());

    refused(run("ben", item, "UpdateUserData", "'userData': {'Priority': 9}"), 409, 19);
    refused(run("dan", item, "UpdateUserData", "'userData': {'Priority': 9}"), 404, 6);
    ok(post("sue", "/workitems/" + item, body("UpdateUserData", "'userData': {'Priority': 99}")));
    refused(run("sue", item, "Complete", ""), 409, 19);

    String page = get("ben", TEAM_BIN + "&subresources=*&limit=1").text();
    assertThat(page).contains(item);
    assertThat(workitem("ben", "/workitems/" + item).get("userData").get("Priority").intValue())
        .isEqualTo(99);
    ok(run("sue", item, "DeleteUserData", "'keys': ['Priority']"));
  }

  @Test
  void ofSixteenChangesAtOnceNoneIsLost() throws Exception {
    String item = create("ada");
    CyclicBarrier gate = new CyclicBarrier(16);
    List<Callable<Integer>> changes = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      String data = "'userData': {'key" + i + "': " + i + "}";
      TestClient client = client("ada").with("Idempotency-Key", item + "-" + i);
      changes.add(() -> {
        gate.await();
        return client.post("/api/v2/me/workitems/" + item, body("AttachUserData", data)).status();
      });
    }
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> done : crowd.invokeAll(changes)) {
        assertThat(done.get()).isEqualTo(200);
      }
    }

    JsonNode userData = workitem("ada", "/me/workitems/" + item).get("userData");
    for (int i = 0; i < 16; i++) {
      assertThat(userData.get("key" + i).intValue()).isEqualTo(i);
    }
    complete("ada", item);
  }
}
