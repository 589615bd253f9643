package org.openworkbin.workbin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.workbin.ItemCalls.assertRefused;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openworkbin.http.Answer;
import org.openworkbin.http.RepeatedParts;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Ledger;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Move;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.ledger.Reason;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.Golden;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

/** {@code ids} on Add and Pull: each item is decided and reported by itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SeveralItemsContract {
  private static final String IN_PROGRESS = "aee812a5-7396-4dd9-b180-230f1c1fb085";
  private static final String MY_BIN = "/api/v2/me/workbins/" + IN_PROGRESS;

  private final Dialect dialect;
  private DemoServer demo;
  private ItemCalls calls;

  SeveralItemsContract(Dialect dialect) {
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

  @BeforeEach
  void newBin() {
    calls = new ItemCalls(demo);
  }

  @Test
  void ofAHundredEachIsReportedRightThoughHalfAreLost() {
    List<String> all = new ArrayList<>(calls.park(100));
    Collections.shuffle(all, new Random(7));
    List<String> bens = all.subList(0, 50);
    assertThat(calls.post("ben", "PullChat", bens).code()).isZero();
    long before = calls.moves();

    JsonNode answer = calls.post("ada", "PullChat", all).json();

    assertThat(answer.get("statusCode").intValue()).isEqualTo(7);
    assertThat(answer.get("referenceId").isIntegralNumber()).isTrue();
    assertThat(calls.moves() - before).isEqualTo(50);
    assertThat(ids(answer.get("failed"))).containsExactlyInAnyOrderElementsOf(bens);
    assertThat(ids(answer.get("succeeded")))
        .containsExactlyInAnyOrderElementsOf(all.subList(50, 100));
    answer
        .get("failed")
        .forEach(part -> {
          assertThat(part.get("statusCode").intValue()).isEqualTo(19);
          assertThat(part.get("conflict").get("interactionId")).isEqualTo(part.get("id"));
          assertThat(part.get("conflict").get("heldBy").get("userName").stringValue())
              .isEqualTo("ben");
        });
    answer
        .get("succeeded")
        .forEach(part -> {
          assertThat(part.get("statusCode").intValue()).isZero();
          assertThat(part.get("hold").longValue()).isGreaterThan(before);
        });
    assertThat(calls.order()).isEmpty();
  }

  @Test
  void whatSucceedsInAllIsReportedToo() {
    List<String> ids = calls.park(2);

    Reply reply = calls.post("ada", "PullInteraction", ids);

    assertThat(reply.status()).isEqualTo(200);
    Golden.assertSame(
        normal(reply.text(), ids).replaceAll("\"hold\":[0-9]+", "\"hold\":4711"), "items-pulled");
  }

  @Test
  void whatFailsIsReportedBesideWhatSucceeds() {
    List<String> ids = new ArrayList<>(calls.park(1));
    ids.add(demo.park(Medium.EMAIL, calls.bin()));
    ids.add("not-an-id");

    Reply reply = calls.post("ada", "PullChat", ids);

    assertThat(reply.status()).isEqualTo(200);
    Golden.assertSame(
        normal(reply.text(), ids).replaceAll("\"hold\":[0-9]+", "\"hold\":4711"), "items-partly");
  }

  @Test
  void whereAllFailTheAnswerIsTheFirstOnesWithAllOfThem() {
    Reply reply = calls.post("ada", "PullChat", List.of("NOSUCHITEM000000", "not-an-id"));

    assertRefused(reply, 404, 6);
    Golden.assertSame(reply.text(), "items-failed");
  }

  @Test
  void addingSeveralKeepsTheirOrderAndAsksEachWhoseItIs() {
    List<String> ids = new ArrayList<>(calls.park(5));
    calls.post("ada", "PullChat", ids);
    Collections.reverse(ids);
    String bens = demo.park(Medium.CHAT, demo.bensBin());
    List<String> more = new ArrayList<>(ids);
    more.add(2, bens);

    JsonNode answer = calls.post("ada", "AddChat", more).json();

    assertThat(answer.get("statusCode").intValue()).isEqualTo(7);
    assertThat(ids(answer.get("failed"))).containsExactly(bens);
    assertThat(answer.get("failed").get(0).get("statusCode").intValue()).isEqualTo(5);
    answer.get("succeeded").forEach(part -> assertThat(part.has("hold")).isFalse());
    assertThat(calls.order()).containsExactlyElementsOf(ids);
  }

  @Test
  void aSupervisorMovesSeveralFromBinToBin() {
    List<String> ids = calls.park(3);

    Reply reply =
        demo.client("sue")
            .post(
                "/api/v2/users/" + demo.user("ben").value() + "/workbins/" + IN_PROGRESS,
                ItemCalls.several("AddInteraction", ids).replace('\'', '"'));

    assertThat(reply.code()).as(reply.text()).isZero();
    assertThat(calls.order()).isEmpty();
    assertThat(demo.client("ben").get(MY_BIN + "?subresources=*").text()).contains(ids);
  }

  @Test
  void aRepetitionWithItsKeyIsAnsweredAsBeforeAndDoesNothing() {
    List<String> ids = new ArrayList<>(calls.park(4));
    calls.post("ben", "PullChat", ids.getLast());
    String body = ItemCalls.several("PullChat", ids);

    Reply first =
        calls.post(demo.client("ada").with("Idempotency-Key", "s1" + ids.getFirst()), body);
    long moves = calls.moves();
    calls.post("ben", "AddChat", ids.getLast());
    Reply again =
        calls.post(demo.client("ada").with("Idempotency-Key", "s1" + ids.getFirst()), body);

    assertThat(first.code()).isEqualTo(7);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(calls.moves()).isEqualTo(moves + 1);
    assertThat(calls.order()).containsExactly(ids.getLast());
  }

  @Test
  void aRepetitionGoesOnWhereACrashCutItOff() {
    List<String> ids = calls.park(3);
    String key = "s2" + ids.getFirst();
    String body = ItemCalls.several("PullChat", ids).replace('\'', '"');
    pulledBeforeTheCrash(ids.getFirst(), key, digest(calls.address(), body));
    long moves = calls.moves();

    Reply reply = demo.client("ada").with("Idempotency-Key", key).post(calls.address(), body);

    assertThat(reply.code()).as(reply.text()).isZero();
    assertThat(reply.json().get("referenceId").longValue()).isEqualTo(4711);
    assertThat(ids(reply.json().get("succeeded"))).containsExactlyElementsOf(ids);
    assertThat(calls.moves()).isEqualTo(moves + 2);
  }

  @Test
  void aKeyBelongsToOneRequestWhateverItsForm() {
    List<String> ids = calls.park(4);
    calls.post(
        demo.client("ada").with("Idempotency-Key", "s3" + ids.getFirst()),
        ItemCalls.several("PullChat", ids.subList(0, 2)));
    long moves = calls.moves();

    for (String body :
        List.of(
            ItemCalls.several("PullChat", ids.subList(2, 4)),
            "{'operationName':'PullChat','id':'" + ids.get(2) + "'}")) {
      assertRefused(
          calls.post(demo.client("ada").with("Idempotency-Key", "s3" + ids.getFirst()), body),
          422,
          10);
    }
    assertThat(calls.moves()).isEqualTo(moves);
  }

  @Test
  void anIdThatIsNamedTwiceCountsOnce() {
    String id = calls.park();

    JsonNode answer = calls.post("ada", "PullChat", List.of(id, id)).json();

    assertThat(answer.get("statusCode").intValue()).isZero();
    assertThat(ids(answer.get("succeeded"))).containsExactly(id);
  }

  @Test
  void moreThanTheBoundAreRefused() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 101; i++) {
      ids.add("NOSUCHITEM%06d".formatted(i));
    }

    assertRefused(calls.post("ada", "PullChat", ids), 400, 10);
    assertRefused(calls.post("ada", "PullChat", ids.subList(0, 100)), 404, 6);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\"{'operationName':'PullChat','ids':['A'],'id':'B'}\", 400, 2",
        "\"{'operationName':'PullChat','ids':['A'],'uri':'x/B'}\", 400, 2",
        "\"{'operationName':'PullChat','ids':['A'],'hold':7}\", 400, 2",
        "\"{'operationName':'PullChat','ids':'A'}\", 400, 2",
        "\"{'operationName':'PullChat','ids':[7]}\", 400, 2",
        "\"{'operationName':'PullChat','ids':[]}\", 400, 1",
      })
  void badListsAreRefused(String body, int status, int code) {
    assertRefused(calls.post("ada", body), status, code);
  }

  @Test
  void whoMayNotUseTheBinMovesNone() {
    List<String> ids = calls.park(2);

    assertRefused(calls.post("dan", "PullChat", ids), 403, 5);

    assertThat(calls.order()).hasSize(2);
  }

  private void pulledBeforeTheCrash(String id, String key, String digest) {
    UserId ada = demo.user("ada");
    Move move =
        new Move(
            new InteractionId(id),
            Optional.empty(),
            new Location.Bin(calls.bin()),
            new Location.Hand(ada),
            ada,
            Reason.PULL,
            4711);
    String kept = RepeatedParts.text(Answer.done(), 4711);
    assertThat(
            demo.part(Ledger.class)
                .move(move, new Ledger.Receipt(ada, key, digest, _ -> Optional.of(kept))))
        .isInstanceOf(Outcome.Moved.class);
  }

  private static String digest(String address, String body) {
    String request = "POST\0" + address.replace('?', '\0') + "\0" + body;
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(request.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> ids(JsonNode parts) {
    List<String> ids = new ArrayList<>();
    parts.forEach(part -> ids.add(part.get("id").stringValue()));
    return ids;
  }

  /** Without the ids and numbers that each run has its own of. */
  private static String normal(String answer, List<String> ids) {
    String normal = answer.replaceAll("\"referenceId\":[0-9]+", "\"referenceId\":12");
    for (int i = 0; i < ids.size(); i++) {
      normal = normal.replace(ids.get(i), "ITEM" + i);
    }
    return normal;
  }
}
