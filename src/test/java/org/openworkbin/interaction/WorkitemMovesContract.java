package org.openworkbin.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.Queue;
import org.openworkbin.ledger.Medium;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

/** How work items go from hand to hand over HTTP, whatever the store. */
abstract class WorkitemMovesContract extends WorkitemServer {

  WorkitemMovesContract(Dialect dialect) {
    super(dialect);
  }

  @Test
  void anOfferIsAcceptedByTheOneItWasMadeTo() {
    String item = create("ada");
    ok(run("ada", item, "Transfer", "'userUri': 'http://x/api/v2/users/" + user("ben") + "'"));

    refused(get("ada", "/me/workitems/" + item), 404, 6);
    refused(run("ada", item, "Complete", ""), 409, 19);
    refused(run("ben", item, "Complete", ""), 400, 2);
    Reply accepted = run("ben", item, "Accept", "");

    ok(accepted);
    assertThat(workitem("ben", "/me/workitems/" + item).get("hold").longValue())
        .isEqualTo(hold(accepted));
    refused(run("ben", item, "Accept", ""), 400, 2);
    complete("ben", item);
    refused(run("ben", item, "Complete", ""), 404, 6);
  }

  @Test
  void anOfferThatIsRejectedIsTheSendersAgain() {
    String item = create("ada");
    ok(run("ada", item, "Transfer", "'targetPath': '/users/" + user("ben") + "'"));

    ok(run("ben", item, "Reject", ""));

    refused(run("ben", item, "Accept", ""), 404, 6);
    assertThat(workitem("ada", "/me/workitems/" + item).get("state").stringValue())
        .isEqualTo("Processing");
    refused(run("ada", item, "Transfer", "'userUri': '/users/" + user("ada") + "'"), 400, 2);
    complete("ada", item);
  }

  @Test
  void itIsTransferredIntoQueuesAndWorkbinsAsWell() {
    String queued = create("ada");
    ok(run("ada", queued, "Transfer", "'queueName': 'Incoming'"));
    refused(get("ada", "/workitems/" + queued), 404, 6);
    JsonNode late = refused(run("ada", queued, "Complete", ""), 409, 19);
    assertThat(late.get("conflict").get("queue").stringValue()).isEqualTo("Incoming");

    String linked = create("ada");
    ok(run("ada", linked, "Transfer", "'targetUri': '/api/v2/contacts/" + INCOMING + "'"));
    String further = create("ada");
    ok(run("ada", further, "Complete", "'queueName': 'Review'"));

    String parked = create("ada");
    String team = TEAM_BIN.substring("/me".length(), TEAM_BIN.indexOf('?'));
    ok(
        run(
            "ada",
            parked,
            "Transfer",
            "'workbinUri': '" + team + "', 'agentGroup': 'MyAgentGroup'"));
    assertThat(workitem("ben", "/workitems/" + parked).get("userData").get("Workbin").stringValue())
        .isEqualTo("team-wb");
    String helped = create("sue");
    String bens = "/users/" + user("ben") + "/workbins/" + IN_PROGRESS;
    ok(run("sue", helped, "Transfer", "'workbinUri': 'http://x/api/v2" + bens + "'"));
    assertThat(get("ben", MY_BIN + "?subresources=*").text()).contains(helped);
    String again = create("ada");
    ok(run("ada", again, "Transfer", "'workbinUri': '" + team + "?agentGroup=MyAgentGroup'"));
    String stranger = create("dan");
    refused(run("dan", stranger, "Transfer", "'workbinUri': '" + bens + "'"), 403, 5);
    refused(
        run(
            "dan",
            stranger,
            "Transfer",
            "'workbinUri': '" + team + "', 'agentGroup': 'MyAgentGroup'"),
        403,
        5);
    complete("dan", stranger);
  }

  @Test
  void oneThatIsGivenBackLiesWhereItLay() {
    String first = demo.park(Medium.WORKITEM, demo.bensBin());
    String second = demo.park(Medium.WORKITEM, demo.bensBin());
    done("ben", MY_BIN, "{'operationName': 'PullWorkitem', 'id': '" + first + "'}");

    ok(run("ben", first, "Release", ""));

    String page = get("ben", MY_BIN + "?subresources=workitem&limit=100").text();
    assertThat(page.lastIndexOf(first)).isLessThan(page.lastIndexOf(second));
  }

  @Test
  void oneThatWasCreatedGoesToItsQueueOrStays() {
    String homed = item(create("ada", "'queueUri': 'http://x/api/v2/queues/" + INCOMING + "'"));
    String homeless = create("ada");

    ok(run("ada", homed, "Release", ""));
    refused(run("ada", homeless, "Release", ""), 400, 2);

    refused(run("ada", homed, "Complete", ""), 409, 19);
    complete("ada", homeless);
  }

  @Test
  void aWriteWithAnOldHoldIsRefusedAndGivenBack() {
    String item = demo.park(Medium.WORKITEM, demo.teamBin());
    String pull = "{'operationName': 'PullWorkitem', 'id': '" + item + "'}";
    done("ada", TEAM_BIN, pull);
    long old = workitem("ada", "/me/workitems/" + item).get("hold").longValue();
    ok(run("ada", item, "Release", "'hold': " + old));
    done("ada", TEAM_BIN, pull);

    JsonNode late =
        refused(
            run("ada", item, "AddComment", "'comment': 'half a page', 'hold': " + old), 409, 19);

    assertThat(late.get("refused").get("comment").stringValue()).isEqualTo("half a page");
    assertThat(late.get("refused").has("operationName")).isFalse();
    assertThat(late.get("conflict").get("heldBy").get("userName").stringValue()).isEqualTo("ada");
    Reply fenced =
        client("ada")
            .with("Workbin-Hold", Long.toString(old))
            .post("/api/v2/me/workitems/" + item, body("Complete", ""));
    refused(fenced, 409, 19);
    ok(
        client("ada")
            .with("Workbin-Hold", workitem("ada", "/me/workitems/" + item).get("hold").toString())
            .post("/api/v2/me/workitems/" + item, body("Complete", "")));
  }

  @Test
  void whoNoLongerHasItIsToldWhereItIs() {
    String item = demo.park(Medium.WORKITEM, demo.teamBin());
    done("ada", TEAM_BIN, "{'operationName': 'PullWorkitem', 'id': '" + item + "'}");
    ok(run("ada", item, "Release", ""));

    JsonNode late = refused(run("ada", item, "AddComment", "'comment': 'late'"), 409, 19);

    assertThat(late.get("conflict").get("workbin").get("name").stringValue()).isEqualTo("team-wb");
    assertThat(late.get("refused").get("comment").stringValue()).isEqualTo("late");
  }

  @Test
  void repeatedRequestsHaveOneEffectAndTheSameAnswer() {
    TestClient keyed = client("ada").with("Idempotency-Key", "create-once");
    Reply first = keyed.post("/api/v2/me/workitems", body("Create", ""));
    Reply again = keyed.post("/api/v2/me/workitems", body("Create", ""));
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(item(again)).isEqualTo(item(first));
    assertThat(hold(again)).isEqualTo(hold(first));

    String item = item(first);
    TestClient late = client("ada").with("Idempotency-Key", "late-" + item);
    ok(run("ada", item, "Transfer", "'userUri': '/users/" + user("ben") + "'"));
    Reply refused = late.post("/api/v2/me/workitems/" + item, body("Complete", ""));
    ok(run("ben", item, "Reject", ""));
    Reply repeated = late.post("/api/v2/me/workitems/" + item, body("Complete", ""));

    refused(refused, 409, 19);
    assertThat(repeated.text()).isEqualTo(refused.text());
    complete("ada", item);
  }

  @Test
  void aRepeatedTransferIsAnsweredAlthoughItsTargetIsGone() {
    Queue incoming = demo.part(Directories.class).now().queueNamed("Incoming").orElseThrow();
    String item = create("ada");
    TestClient keyed = client("ada").with("Idempotency-Key", "transfer-" + item);
    String transfer = body("Transfer", "'queueName': 'Incoming'");
    Reply first = keyed.post("/api/v2/me/workitems/" + item, transfer);
    demo.change(DirectoryChange.of(new Queue(incoming.id(), "Renamed")));
    try {
      Reply repeated = keyed.post("/api/v2/me/workitems/" + item, transfer);

      ok(first);
      ok(repeated);
      assertThat(repeated.text()).isEqualTo(first.text());
    } finally {
      demo.change(DirectoryChange.of(incoming));
    }
  }

  @Test
  void whoCompletesOrAcceptsMayBeKeptAsTheLastAgent() {
    String about = "'userData': {'ContactId': 'C-of-" + demo.dialect() + "'}";
    String first = item(create("ada", about));
    ok(run("ada", first, "Transfer", "'userUri': '/users/" + user("ben") + "'"));
    ok(run("ben", first, "Accept", "'saveLAR': true"));
    String second = item(create("ada", about));
    assertThat(lastAgent("ada", second)).isEqualTo(user("ben"));
    ok(run("ada", second, "Complete", "'saveLAR': 'true'"));
    String third = item(create("ada", about));

    assertThat(lastAgent("ada", third)).isEqualTo(user("ada"));
    complete("ben", first);
    complete("ada", third);
  }

  private String lastAgent(String user, String item) {
    return workitem(user, "/me/workitems/" + item).get("userData").path("LastAgentId").asString("");
  }

  @ParameterizedTest
  @EnumSource(Medium.class)
  void everyMediumIsWorkedOnByItsTable(Medium medium) {
    String item = demo.park(medium, demo.teamBin());
    String address = "/me/" + (medium == Medium.OPENMEDIA ? "openmedia/any" : segment(medium));
    done("ada", TEAM_BIN, "{'operationName': 'PullInteraction', 'id': '" + item + "'}");
    ok(post("ada", address + "/" + item, body("AttachUserData", "'userData': {'A': 1}")));
    ok(
        post(
            "ada",
            address + "/" + item,
            body("Transfer", "'targetUri': '/users/" + user("ben") + "'")));

    refused(post("ben", address + "/" + item, body("Complete", "")), 400, 2);
    ok(post("ben", address + "/" + item, body("Accept", "")));
    refused(post("ben", address + "/" + item, body("Accept", "")), 400, 2);
    ok(post("ben", address + "/" + item, body("Complete", "")));
  }

  private static String segment(Medium medium) {
    return MediumTerms.of(medium).collection();
  }
}
