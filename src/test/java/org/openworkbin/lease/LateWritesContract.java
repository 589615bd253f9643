package org.openworkbin.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openworkbin.id.InteractionId;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Journal;
import org.openworkbin.ledger.Medium;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.SettableClock;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of writes of somebody who has lost the item, over HTTP, on any store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LateWritesContract {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String TEAM =
      "/api/v2/me/workbins/6c715fa9-de16-4d23-b07c-cbcb1caf3e07?agentGroup=MyAgentGroup";
  private static final String MINE = "/api/v2/me/workbins/aee812a5-7396-4dd9-b180-230f1c1fb085";
  private final SettableClock clock = new SettableClock();
  private DemoServer demo;

  abstract Dialect dialect();

  @BeforeAll
  void start() {
    demo = DemoServer.start(dialect(), Map.of("open-workbin.lease.sweep-every", "1h"), clock);
  }

  @AfterAll
  void stop() {
    demo.close();
  }

  /** A request that writes; {@code ID} stands for the item's. */
  record Write(String address, String body) {

    String address(String id) {
      return address.replace("ID", id);
    }

    ObjectNode body(String id) {
      return (ObjectNode) JSON.readTree(body.replace('\'', '"').replace("ID", id));
    }

    @Override
    public String toString() {
      return body.split("'", -1)[3] + " on " + address.substring("/api/v2".length());
    }
  }

  static List<Write> writesOfHolders() {
    String item = "/api/v2/me/workitems/ID";
    return List.of(
        new Write(item, "{'operationName':'Complete'}"),
        new Write(item, "{'operationName':'Complete','queueName':'Incoming'}"),
        new Write(item, "{'operationName':'Transfer','targetUri':'/users/ADA'}"),
        new Write(item, "{'operationName':'AttachUserData','userData':{'Draft':'Größe'}}"),
        new Write(item, "{'operationName':'UpdateUserData','userData':{'Draft':[1.50]}}"),
        new Write(item, "{'operationName':'DeleteUserData','keys':['Subject']}"),
        new Write(item, "{'operationName':'SetDisposition','disposition':'Sold'}"),
        new Write(item, "{'operationName':'AddComment','comment':'Called twice'}"),
        new Write(item, "{'operationName':'SetInFocus'}"),
        new Write(item, "{'operationName':'Release'}"),
        new Write("/api/v2/me/workbins", "{'operationName':'Release','id':'ID'}"),
        new Write(TEAM, "{'operationName':'Release','id':'ID'}"));
  }

  static List<Write> writesWithAHold() {
    return Stream.concat(
            writesOfHolders().stream(),
            Stream.of(
                new Write(MINE, "{'operationName':'AddWorkitem','id':'ID'}"),
                new Write(MINE, "{'operationName':'AddInteraction','id':'ID','saveLAR':true}"),
                new Write(TEAM, "{'operationName':'AddInteraction','id':'ID'}")))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("writesWithAHold")
  void writeWithAnOldHoldIsRefusedAlthoughHeHasTheItemAgain(Write write) {
    String id = demo.park(Medium.WORKITEM, demo.teamBin());
    long before = pulled(id);
    assertThat(ben().post(TEAM, "{\"operationName\":\"Release\",\"id\":\"" + id + "\"}").status())
        .isEqualTo(200);
    long now = pulled(id);
    assertThat(now).isGreaterThan(before);

    refusedWithHold(write, id, before);
  }

  @ParameterizedTest
  @MethodSource("writesWithAHold")
  void writeWithAHoldIsRefusedAfterItsLeaseEnded(Write write) {
    String id = demo.park(Medium.WORKITEM, demo.teamBin());
    long hold = pulled(id);
    leaseEnds();

    JsonNode conflict = refusedWithHold(write, id, hold);

    assertThat(conflict.at("/workbin/name").stringValue()).isEqualTo("team-wb");
    assertThat(conflict.get("interactionId").stringValue()).isEqualTo(id);
  }

  @ParameterizedTest
  @MethodSource("writesOfHolders")
  void writeWithoutAHoldIsRefusedOnceSomebodyElseHasTheItem(Write write) {
    String id = demo.park(Medium.WORKITEM, demo.teamBin());
    pulled(id);
    leaseEnds();
    assertThat(demo.client("ada").post(TEAM, pull(id)).status()).isEqualTo(200);

    JsonNode conflict = refused(ben(), write, write.body(id), id);

    assertThat(conflict.at("/heldBy/userName").stringValue()).isEqualTo("ada");
  }

  @Test
  void writeWithTheHoldOfThePullIsDone() {
    String id = demo.park(Medium.WORKITEM, demo.teamBin());
    long hold = pulled(id);

    Reply edited =
        ben()
            .with("Workbin-Hold", Long.toString(hold))
            .post(
                "/api/v2/me/workitems/" + id,
                "{\"operationName\":\"AttachUserData\",\"userData\":{\"Draft\":\"x\"}}");
    Reply added =
        ben()
            .post(
                MINE,
                "{\"operationName\":\"AddWorkitem\",\"id\":\"" + id + "\",\"hold\":" + hold + "}");

    assertThat(edited.status()).as(edited.text()).isEqualTo(200);
    assertThat(added.status()).as(added.text()).isEqualTo(200);
  }

  private JsonNode refusedWithHold(Write write, String id, long hold) {
    refused(ben().with("Workbin-Hold", Long.toString(hold)), write, write.body(id), id);
    return refused(ben(), write, write.body(id).put("hold", hold), id);
  }

  /** Fails unless it is refused, changes nothing and brings the draft back. */
  private JsonNode refused(TestClient client, Write write, ObjectNode body, String id) {
    String ada = demo.user("ada").value();
    String text = body.toString().replace("/users/ADA", "/users/" + ada);
    long last = demo.part(Journal.class).last();
    Interaction before = find(id);

    Reply reply = client.post(write.address(id), text);

    assertThat(reply.status()).as(reply.text()).isEqualTo(409);
    assertThat(reply.code()).isEqualTo(19);
    assertThat(demo.part(Journal.class).last()).isEqualTo(last);
    assertThat(find(id)).isEqualTo(before);
    ObjectNode draft = (ObjectNode) JSON.readTree(text);
    draft.remove("operationName");
    assertThat(reply.json().get("refused")).isEqualTo(draft);
    return reply.json().get("conflict");
  }

  private Interaction find(String id) {
    return demo.part(Bins.class).find(InteractionId.parse(id).orElseThrow()).orElseThrow();
  }

  private TestClient ben() {
    return demo.client("ben");
  }

  private long pulled(String id) {
    Reply reply = ben().post(TEAM, pull(id));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return Long.parseLong(reply.header("Workbin-Hold"));
  }

  private static String pull(String id) {
    return "{\"operationName\":\"PullWorkitem\",\"id\":\"" + id + "\"}";
  }

  private void leaseEnds() {
    for (int i = 0; i < 6; i++) {
      clock.advance(Duration.ofMinutes(30));
      demo.part(LeaseSweep.class).sweep();
    }
  }
}
