package org.openworkbin.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.Workbin;
import org.openworkbin.http.ReferenceIds;
import org.openworkbin.http.Repetition;
import org.openworkbin.id.AgentGroupId;
import org.openworkbin.id.BinId;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.OwnerKind;
import org.openworkbin.id.PlaceGroupId;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.UserId;
import org.openworkbin.id.WorkbinId;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Ledger;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Move;
import org.openworkbin.ledger.Reason;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.PushClient;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;
import org.openworkbin.testing.TestLedger;
import tools.jackson.databind.JsonNode;

/** What tests of supervision do in the demo: sue manages the group of ada, ben and cleo. */
final class Office {
  static final String IN_PROGRESS = "aee812a5-7396-4dd9-b180-230f1c1fb085";
  static final String DESKS = "5d487e69-a393-4228-a06f-6a4015ab1b54";

  private final Map<String, TestClient> clients = new ConcurrentHashMap<>();
  private final DemoServer demo;

  Office(DemoServer demo) {
    this.demo = demo;
  }

  /** A new bin of the group. */
  BinId groupBin() {
    WorkbinId id = new WorkbinId(demo.part(IdGenerator.class).newUuid().toString());
    demo.change(DirectoryChange.of(new Workbin(id, id.value(), "A bin", OwnerKind.AGENT_GROUP)));
    return new BinId(id, demo.teamBin().owner());
  }

  /** The bin of that agent for what he has in progress. */
  BinId binOf(String agent) {
    return new BinId(new WorkbinId(IN_PROGRESS), demo.user(agent));
  }

  List<String> park(BinId bin, int many) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      ids.add(demo.park(Medium.WORKITEM, bin));
    }
    return ids;
  }

  /** Lets an agent take an item out of a bin of his group; its hold. */
  long pull(String agent, BinId bin, String item) {
    Reply reply =
        post(
            agent,
            "/me/workbins/" + bin.workbin().value() + "?agentGroup=MyAgentGroup",
            "{'operationName':'PullWorkitem','id':'" + item + "'}");
    ok(reply);
    return Long.parseLong(reply.header("Workbin-Hold"));
  }

  /** The ids of what lies in a bin, in its order. */
  List<String> order(BinId bin) {
    List<String> order = new ArrayList<>();
    JsonNode read =
        ok(
            get(
                "admin",
                "/workbins/%s?owner=%s&subresources=*&limit=10000"
                    .formatted(bin.workbin().value(), bin.owner().value())));
    read.required("workbin").required("order").forEach(id -> order.add(id.stringValue()));
    return order;
  }

  Reply get(String user, String address) {
    return client(user).get("/api/v2" + address);
  }

  Reply post(String user, String address, String body) {
    return client(user).post("/api/v2" + address, body.replace('\'', '"'));
  }

  TestClient client(String user) {
    return clients.computeIfAbsent(user, demo::client);
  }

  static JsonNode ok(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.code()).as(reply.text()).isZero();
    return reply.json();
  }

  static void refused(Reply reply, int status, int code) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.code()).as(reply.text()).isEqualTo(code);
  }

  /** The bin of the desks, which sue may not see. */
  BinId desks() {
    return new BinId(
        new WorkbinId(DESKS),
        demo.part(Directories.class).now().placeGroupNamed("MyPlaceGroup").orElseThrow().id());
  }

  /** Puts what is parked into somebody's hand, whatever his rights. */
  Interaction held(String item, BinId bin, String agent) {
    UserId holder = demo.user(agent);
    Move move =
        new Move(
            new InteractionId(item),
            Optional.empty(),
            new Location.Bin(bin),
            new Location.Hand(holder),
            holder,
            Reason.PULL,
            0);
    return TestLedger.entry(demo.part(Ledger.class).move(move)).interaction();
  }

  PushClient listen(String user, String topic) {
    return PushClient.listen(demo, PushClient.Carrier.WEBSOCKET, user, topic);
  }

  /** Moves those to a bin; {@code more} are further members. */
  Reply move(String user, String query, List<String> ids, BinId to, String more) {
    return client(user).post("/api/v2/moves" + query, moveBody(ids, to, more));
  }

  /** The same as that client. */
  Reply move(TestClient client, List<String> ids, BinId to) {
    return client.post("/api/v2/moves", moveBody(ids, to, ""));
  }

  /** The same by sue with a key. */
  Reply repeat(String key, List<String> ids, BinId to) {
    return move(client("sue").with("Idempotency-Key", key), ids, to);
  }

  static String moveBody(List<String> ids, BinId to, String more) {
    return "{'ids':['%s']%s%s}".formatted(joined(ids), to(to), comma(more)).replace('\'', '"');
  }

  /** Leaves a move of sue as a server does that dies when it has moved the first of those. */
  BulkMove cutOffAfterTheFirst(List<String> items, BinId to, String key) {
    BulkMove move = planned(items, to, false);
    Optional<String> sent = Optional.of(key).filter(text -> !text.isEmpty());
    String digest = sent.isPresent() ? digest("/api/v2/moves", moveBody(items, to, "")) : "";
    List<BulkMove.Item> remembered =
        move.items().stream().filter(item -> item.refusal().isEmpty()).toList();
    demo.part(MoveStore.class).add(move.with(remembered), new Repetition(move.by(), sent, digest));
    BulkMove.Item first = demo.part(MoveDecisions.class).there(move, move.items().getFirst());
    assertThat(first.hold()).isPresent();
    return move;
  }

  /** A move by sue of which nothing is done yet. */
  BulkMove planned(List<String> items, BinId to, boolean more) {
    MovePlans plans = demo.part(MovePlans.class);
    UserId sue = demo.user("sue");
    return new BulkMove(
        "cut-off-" + items.getFirst(),
        demo.part(InstantSource.class).instant(),
        sue,
        Optional.empty(),
        to,
        demo.part(ReferenceIds.class).next(),
        more,
        true,
        Optional.empty(),
        items.stream()
            .map(id -> plans.plan(sue, new MoveWish.Asked(id, OptionalLong.empty()), to))
            .toList());
  }

  /** By what a POST with that body is known when it is repeated. */
  static String digest(String address, String body) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(
                      ("POST\0" + address + "\0null\0" + body).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes an item out of a hand. */
  Reply take(String user, String item, long hold, BinId to) {
    return move(user, "", List.of(item), to, "'holds':{'" + item + "':" + hold + "}");
  }

  /** Moves what lies in a bin. */
  Reply moveFrom(String user, BinId from, String wanted, BinId to) {
    return post(user, "/moves", "{'from':{%s%s}%s}".formatted(named(from), comma(wanted), to(to)));
  }

  Reply undo(String user, String move) {
    return post(user, "/moves/" + move, "{'operationName':'Undo'}");
  }

  private static String to(BinId bin) {
    return ",'to':{" + named(bin) + "}";
  }

  private static String named(BinId bin) {
    String owner =
        switch (bin.owner()) {
          case UserId agent when agent.value().startsWith("0000") -> "owner':'" + agent.value();
          case UserId agent -> "userId':'" + agent.value();
          case AgentGroupId _ -> "agentGroup':'MyAgentGroup";
          case PlaceGroupId _ -> "placeGroup':'MyPlaceGroup";
          case PlaceId place -> "owner':'" + place.value();
        };
    return "'workbinId':'" + bin.workbin().value() + "','" + owner + "'";
  }

  private static String comma(String members) {
    return members.isEmpty() ? "" : "," + members;
  }

  private static String joined(List<String> ids) {
    return String.join("','", ids);
  }

  static List<String> list(String... ids) {
    return List.of(ids);
  }

  static JsonNode partly(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.code()).as(reply.text()).isEqualTo(7);
    return reply.json();
  }

  static List<String> succeeded(JsonNode answer) {
    return ids(answer.get("succeeded"));
  }

  /** Each id with its code. */
  static List<String> failed(JsonNode answer) {
    return answer
        .get("failed")
        .valueStream()
        .map(part -> part.get("id").stringValue() + " " + part.get("statusCode").intValue())
        .toList();
  }

  static List<String> ids(JsonNode parts) {
    return parts.valueStream().map(part -> part.get("id").stringValue()).toList();
  }
}
