package org.openworkbin.workbin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openworkbin.ledger.Medium;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

/** What Add and Pull do over HTTP, whatever the store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WorkbinOperationsContract {
  private static final String TEAM = "6c715fa9-de16-4d23-b07c-cbcb1caf3e07";
  private static final String DESKS = "5d487e69-a393-4228-a06f-6a4015ab1b54";
  private static final String IN_PROGRESS = "aee812a5-7396-4dd9-b180-230f1c1fb085";
  private static final String DESK = "a15862be-2445-4735-aad2-69694a0f50ff";
  private static final String TEAM_BIN = "/me/workbins/" + TEAM + "?agentGroup=MyAgentGroup";
  private static final String DESKS_BIN = "/me/workbins/" + DESKS + "?placeGroup=MyPlaceGroup";

  private final Dialect dialect;
  private DemoServer demo;

  WorkbinOperationsContract(Dialect dialect) {
    this.dialect = dialect;
  }

  @BeforeAll
  void start() {
    demo = DemoServer.start(dialect);
  }

  @AfterAll
  void stop() {
    demo.close();
  }

  @Test
  void theSeedsTwoRequestsAreAnsweredWithANumberAndNothingElse() {
    JsonNode first = done("ada", TEAM_BIN, "PullChat", "0001BaBFVPR20035");
    JsonNode second = done("ada", DESKS_BIN, "PullChat", "0001BaBFVPR20039");

    assertThat(first.propertyNames()).containsExactlyInAnyOrder("statusCode", "referenceId");
    assertThat(second.get("referenceId").longValue())
        .isGreaterThan(first.get("referenceId").longValue());
  }

  @Test
  void aPullTakesTheItemOutAndCountsIt() {
    String item = demo.park(Medium.CHAT, demo.teamBin());
    JsonNode before = workbin("ada", TEAM_BIN);

    done("ben", TEAM_BIN, "PullChat", item);

    JsonNode after = workbin("ada", TEAM_BIN);
    assertThat(after.get("revision").longValue()).isEqualTo(before.get("revision").longValue() + 1);
    assertThat(after.get("itemCount").longValue())
        .isEqualTo(before.get("itemCount").longValue() - 1);
    assertThat(after.toString()).doesNotContain(item);
  }

  @Test
  void theLoserIsToldWhoHasItSinceWhenAndWhatIsNext() {
    String item = demo.park(Medium.TWEET, demo.teamBin());
    done("ben", TEAM_BIN, "PullTweet", item);

    JsonNode lost = refused("ada", TEAM_BIN, "PullTweet", item, 409, 19);

    assertThat(lost.propertyNames())
        .containsExactlyInAnyOrder("statusCode", "statusMessage", "conflict", "next");
    JsonNode conflict = lost.get("conflict");
    assertThat(conflict.get("interactionId").stringValue()).isEqualTo(item);
    assertThat(conflict.get("since").stringValue()).endsWith("Z");
    assertThat(conflict.get("heldBy").get("userName").stringValue()).isEqualTo("ben");
    assertThat(conflict.get("heldBy").get("lastName").stringValue()).isEqualTo("Lindqvist");
    String next = lost.get("next").stringValue();
    assertThat(workbin("ada", TEAM_BIN).get("tweets").get(0).get("id").stringValue())
        .isEqualTo(next);
  }

  @ParameterizedTest
  @CsvSource({
    "CHAT, Chat",
    "EMAIL, Email",
    "WORKITEM, Workitem",
    "TWEET, Tweet",
    "FACEBOOK, Facebook",
    "FACEBOOKSESSION, Facebooksession",
    "OPENMEDIA, Openmedia",
  })
  void eachMediumIsPulledAndAddedByItsNameByIdAndByUri(Medium medium, String suffix) {
    String item = demo.park(medium, demo.teamBin());

    done("ada", TEAM_BIN, "Pull" + suffix, item);
    done("ada", "/workbins/" + IN_PROGRESS, "Add" + suffix, item);
    post(
            "ada",
            "/me/workbins/" + IN_PROGRESS,
            "{\"operationName\":\"PullInteraction\",\"id\":null,\"uri\":\"http://x/api/v2/y/"
                + item
                + "/\"}")
        .json();
    done("ada", TEAM_BIN, "AddInteraction", item);
    done("ada", TEAM_BIN, "PullInteraction", item);
    done("ada", DESKS_BIN, "AddInteractionToWorkbin", item);
    assertThat(workbin("ada", DESKS_BIN).toString()).contains(item);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PullEmail", "PullWorkitem", "AddEmail"})
  void aTypedNameOnAnotherMediumIsInvalidAndChangesNothing(String operation) {
    String item = demo.park(Medium.CHAT, demo.teamBin());
    String bin = TEAM_BIN;
    if (operation.startsWith("Add")) {
      done("ada", TEAM_BIN, "PullChat", item);
      bin = "/me/workbins/" + IN_PROGRESS;
    }
    long revision = revision("ada", bin);

    refused("ada", bin, operation, item, 400, 2);

    assertThat(revision("ada", bin)).isEqualTo(revision);
  }

  @Test
  void onlyTheHolderAddsAndNobodyIsToldMoreThanHeMayKnow() {
    String item = demo.park(Medium.WORKITEM, demo.teamBin());
    done("ben", TEAM_BIN, "PullWorkitem", item);

    JsonNode colleague =
        refused("ada", "/me/workbins/" + IN_PROGRESS, "AddWorkitem", item, 409, 19);
    assertThat(colleague.get("conflict").get("heldBy").get("userName").stringValue())
        .isEqualTo("ben");
    JsonNode stranger = refused("dan", "/me/workbins/" + IN_PROGRESS, "AddWorkitem", item, 409, 19);
    assertThat(stranger.get("conflict").has("heldBy")).isFalse();
    assertThat(stranger.toString()).doesNotContain("ben");
  }

  @Test
  void whatLiesThereIsNotAddedAndWhatLiesElsewhereIsNotForEverybodyToMove() {
    String item = demo.park(Medium.EMAIL, demo.teamBin());

    refused("ada", TEAM_BIN, "AddEmail", item, 409, 18);
    refused("ada", "/me/workbins/" + IN_PROGRESS, "AddEmail", item, 403, 5);
    refused("dan", TEAM_BIN, "AddEmail", item, 403, 5);
    done("admin", DESKS_BIN, "AddEmail", item);
    assertThat(workbin("ada", DESKS_BIN).toString()).contains(item);
    assertThat(workbin("ada", TEAM_BIN).toString()).doesNotContain(item);
  }

  @Test
  void idsCannotBeProbed() {
    String bens = demo.park(Medium.CHAT, demo.bensBin());

    refused("ada", TEAM_BIN, "PullChat", bens, 404, 6);
    refused("ada", TEAM_BIN, "PullChat", "NOSUCHITEM000000", 404, 6);
    refused("ada", TEAM_BIN, "PullChat", "not/an/id", 404, 6);
    refused("dan", TEAM_BIN, "PullChat", bens, 403, 5);
    refused("dan", TEAM_BIN, "PullChat", "NOSUCHITEM000000", 403, 5);
  }

  @Test
  void aHolderWhoRepeatsHisPullIsToldThatHeHasIt() {
    String item = demo.park(Medium.CHAT, demo.teamBin());
    done("ada", TEAM_BIN, "PullChat", item);

    JsonNode again = refused("ada", TEAM_BIN, "PullChat", item, 409, 19);

    assertThat(again.get("conflict").get("heldBy").get("userName").stringValue()).isEqualTo("ada");
  }

  @Test
  void whereItWentIsToldAsFarAsTheLoserMayKnow() {
    String item = demo.park(Medium.CHAT, demo.teamBin());
    done("ben", TEAM_BIN, "PullChat", item);
    done("ben", "/me/workbins/" + IN_PROGRESS, "AddChat", item);

    assertThat(refused("ada", TEAM_BIN, "PullChat", item, 409, 19).get("conflict").propertyNames())
        .containsExactlyInAnyOrder("interactionId", "since");
    assertThat(
            refused("sue", TEAM_BIN, "PullChat", item, 409, 19)
                .get("conflict")
                .get("workbin")
                .get("name")
                .stringValue())
        .isEqualTo("In_Progress");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"operationName\":\"Dance\",\"id\":\"A\"}', 400, 2",
    "'{\"operationName\":\"PullFax\",\"id\":\"A\"}', 400, 2",
    "'{\"operationName\":\"pullchat\",\"id\":\"A\"}', 400, 2",
    "'{\"id\":\"A\"}', 400, 1",
    "'{\"operationName\":\"PullChat\"}', 400, 1",
    "'{\"operationName\":\"PullChat\",\"id\":\"\"}', 400, 1",
    "'{\"operationName\":\"PullChat\",\"id\":7}', 400, 2",
    "'{\"operationName\":\"PullChat\",\"id\":\"A\",\"id\":\"B\"}', 400, 2",
    "'[]', 400, 2",
    "'{', 400, 2",
  })
  void badBodiesAreRefused(String body, int status, int code) {
    Reply reply = post("ada", TEAM_BIN, body);

    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.code()).isEqualTo(code);
  }

  @Test
  void aBinWithoutAnOwnerTakesNoOtherOperation() {
    refused("dan", "/workbins/" + TEAM, "PullChat", "0001BaBFVPR20035", 400, 1);
    refused("cleo", "/workbins/" + DESK, "PullChat", "0001BaBFVPR20035", 400, 1);
  }

  @Test
  void aRepeatedPullWithItsKeyIsAnsweredAsBeforeAndDoesNothing() {
    String item = demo.park(Medium.CHAT, demo.teamBin());
    String body = operation("PullChat", item);

    Reply first = keyed("ada", "k1-" + item, TEAM_BIN, body);
    long revision = revision("ada", TEAM_BIN);
    Reply again = keyed("ada", "k1-" + item, TEAM_BIN, body);

    assertThat(first.status()).isEqualTo(200);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(revision("ada", TEAM_BIN)).isEqualTo(revision);
  }

  @Test
  void aLostPullStaysLostUnderItsKey() {
    String item = demo.park(Medium.CHAT, demo.teamBin());
    done("ben", TEAM_BIN, "PullChat", item);
    Reply lost = keyed("ada", "k2-" + item, TEAM_BIN, operation("PullChat", item));
    done("ben", TEAM_BIN, "AddChat", item);

    Reply again = keyed("ada", "k2-" + item, TEAM_BIN, operation("PullChat", item));

    assertThat(lost.status()).isEqualTo(409);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text()).isEqualTo(lost.text());
    assertThat(workbin("ada", TEAM_BIN).toString()).contains(item);
  }

  @Test
  void aKeyBelongsToOneRequestOfOneUser() {
    String item = demo.park(Medium.CHAT, demo.teamBin());
    keyed("ada", "k3-" + item, TEAM_BIN, operation("PullChat", item));

    Reply other = keyed("ada", "k3-" + item, TEAM_BIN, operation("PullInteraction", item));
    Reply bens = keyed("ben", "k3-" + item, TEAM_BIN, operation("PullChat", item));

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo(10);
    assertThat(bens.status()).isEqualTo(409);
  }

  @Test
  void ofSixteenAtOnceOnEachOfFiftyItemsOneWinsEach() throws Exception {
    List<String> users = List.of("ada", "ben", "cleo", "sue", "admin");
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 50; round++) {
        String item = demo.park(Medium.CHAT, demo.teamBin());
        CyclicBarrier gate = new CyclicBarrier(16);
        List<Callable<Integer>> tries = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
          String user = users.get(i % users.size());
          tries.add(() -> {
            gate.await();
            return post(user, TEAM_BIN, operation("PullChat", item)).status();
          });
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> done : crowd.invokeAll(tries)) {
          statuses.add(done.get());
        }
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(15);
      }
    }
  }

  private JsonNode done(String user, String bin, String operation, String item) {
    Reply reply = post(user, bin, operation(operation, item));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.code()).isZero();
    return reply.json();
  }

  private JsonNode refused(
      String user, String bin, String operation, String item, int status, int code) {
    Reply reply = post(user, bin, operation(operation, item));
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.code()).as(reply.text()).isEqualTo(code);
    return reply.json();
  }

  private Reply keyed(String user, String key, String bin, String body) {
    return demo.client(user).with("Idempotency-Key", key).post("/api/v2" + bin, body);
  }

  private Reply post(String user, String bin, String body) {
    return demo.client(user).post("/api/v2" + bin, body);
  }

  private static String operation(String name, String item) {
    return "{\"operationName\":\"" + name + "\",\"id\":\"" + item + "\"}";
  }

  private JsonNode workbin(String user, String bin) {
    String separator = bin.contains("?") ? "&" : "?";
    return demo.client(user)
        .get("/api/v2" + bin + separator + "subresources=*")
        .json()
        .required("workbin");
  }

  private long revision(String user, String bin) {
    return workbin(user, bin).get("revision").longValue();
  }
}
