package org.openworkbin.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.endtoend.OddRequests.AS_DAN;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openworkbin.directory.Directories;
import org.openworkbin.id.BinId;
import org.openworkbin.id.OwnerId;
import org.openworkbin.ledger.BinState;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Journal;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.RawRequest;
import org.openworkbin.testing.RawRequest.Answer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo that anything at all is sent to, and what it may never do. */
final class FuzzTarget implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final DemoServer demo;
  private final Snapshot before;

  private FuzzTarget(DemoServer demo) {
    this.demo = demo;
    this.before = Snapshot.of(demo);
  }

  static FuzzTarget start() {
    return new FuzzTarget(
        DemoServer.start(Dialect.SQLITE, Map.of("open-workbin.push.hold", "20ms")));
  }

  DemoServer demo() {
    return demo;
  }

  /** Sends a request, which is answered by the envelope or by Bayeux and changes nothing. */
  void assertWellAnswered(String head, byte[] body) {
    Optional<Answer> found = RawRequest.send(demo.url(), head, body);
    String what = head.replace(AS_DAN, "") + new String(body, 0, Math.min(body.length, 300), UTF_8);
    assertThat(found).as("an answer to " + what).isPresent();
    Answer answer = found.get();
    assertThat(answer.status()).as(what + answer.body()).isBetween(200, 499);
    if (!head.startsWith("HEAD ") && answer.status() != 304 && !head.startsWith("OPTIONS ")) {
      assertThat(answer.header("Content-Type")).as(what).startsWith("application/json");
      assertThat(isEnvelope(answer) || isBayeux(answer)).as(what + " " + answer).isTrue();
    }
    assertNoTrace(what, answer.body());
    assertNothingMoved(what);
  }

  /** Nothing of what the server is made of shows in what it says. */
  static void assertNoTrace(String what, String said) {
    assertThat(said).as(what).doesNotContain("Exception", "\tat ", "<html");
  }

  void assertNothingMoved(String what) {
    assertThat(demo.part(Journal.class).last()).as(what).isEqualTo(before.journal);
  }

  private static boolean isEnvelope(Answer answer) {
    JsonNode code = parsed(answer.body()).path("statusCode");
    return code.isIntegralNumber() && (code.intValue() == 0 || answer.status() != 204);
  }

  /** Whether it is what Bayeux answers; the description says what its messages are. */
  private static boolean isBayeux(Answer answer) {
    return answer.status() == 200 && parsed(answer.body()).isArray();
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      return JSON.missingNode();
    }
  }

  @Override
  public void close() {
    try {
      assertThat(Snapshot.of(demo)).isEqualTo(before);
    } finally {
      demo.close();
    }
  }

  /** Where the ledger stands: the end of its journal, and the counters of every bin. */
  private record Snapshot(long journal, Map<BinId, BinState> bins) {

    static Snapshot of(DemoServer demo) {
      var directory = demo.part(Directories.class).now();
      List<BinId> bins = new ArrayList<>();
      directory
          .workbins()
          .forEach(workbin ->
              owners(demo).stream()
                  .filter(owner -> owner.kind() == workbin.ownerKind())
                  .forEach(owner -> bins.add(new BinId(workbin.id(), owner))));
      assertThat(bins).hasSizeGreaterThan(8);
      return new Snapshot(demo.part(Journal.class).last(), demo.part(Bins.class).states(bins));
    }

    private static List<OwnerId> owners(DemoServer demo) {
      var directory = demo.part(Directories.class).now();
      List<OwnerId> owners = new ArrayList<>();
      owners.add(directory.agentGroupNamed("MyAgentGroup").orElseThrow().id());
      owners.add(directory.placeGroupNamed("MyPlaceGroup").orElseThrow().id());
      for (String place : List.of("Desk-1", "Desk-2", "Desk-9")) {
        owners.add(directory.placeNamed(place).orElseThrow().id());
      }
      for (String user : List.of("ada", "ben", "cleo", "dan", "sue", "admin")) {
        owners.add(demo.user(user));
      }
      return owners;
    }
  }
}
