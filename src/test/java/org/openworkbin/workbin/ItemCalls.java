package org.openworkbin.workbin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.Workbin;
import org.openworkbin.id.BinId;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.OwnerKind;
import org.openworkbin.id.UserId;
import org.openworkbin.id.WorkbinId;
import org.openworkbin.ledger.Content;
import org.openworkbin.ledger.Creation;
import org.openworkbin.ledger.Journal;
import org.openworkbin.ledger.Ledger;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.ledger.Reason;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;

/** What tests do to the items of a team's bin that nobody else uses. */
final class ItemCalls {
  private static final String GROUP = "?agentGroup=MyAgentGroup";

  private final DemoServer demo;
  private final BinId bin;

  /** Makes a workbin for groups. */
  ItemCalls(DemoServer demo) {
    this.demo = demo;
    this.bin =
        new BinId(
            new WorkbinId(demo.part(IdGenerator.class).newUuid().toString()),
            demo.teamBin().owner());
    demo.change(
        DirectoryChange.of(
            new Workbin(bin.workbin(), bin.workbin().value(), "A bin", OwnerKind.AGENT_GROUP)));
  }

  BinId bin() {
    return bin;
  }

  /** The address of the bin. */
  String address() {
    return "/api/v2/me/workbins/" + bin.workbin().value() + GROUP;
  }

  /** Parks a chat in it. */
  String park() {
    return demo.park(Medium.CHAT, bin);
  }

  /** Parks so many chats in it. */
  List<String> park(int many) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      ids.add(park());
    }
    return ids;
  }

  /** Parks an item with that user data in it. */
  String park(Medium medium, int priority, String userData) {
    return create(creation(medium, priority, userData, new Location.Bin(bin), demo.user("ada")));
  }

  Creation creation(Medium medium, int priority, String userData, Location to, UserId actor) {
    InteractionId id = demo.part(IdGenerator.class).newInteractionId();
    Content content =
        new Content("Inbound", "2026-11-22 09:00:00.000+0000", priority, "{}", userData);
    return new Creation(id, medium, content, "test", to, actor, Reason.CREATE, 0, 0);
  }

  String create(Creation creation) {
    assertThat(demo.part(Ledger.class).create(creation)).isInstanceOf(Outcome.Moved.class);
    return creation.id().value();
  }

  /** Posts to the bin. */
  Reply post(String user, String body) {
    return post(demo.client(user), body);
  }

  /** Posts to the bin as that client. */
  Reply post(TestClient client, String body) {
    return client.post(address(), body.replace('\'', '"'));
  }

  /** Posts an operation on one item of the bin. */
  Reply post(String user, String operation, String id) {
    return post(user, "{'operationName':'" + operation + "','id':'" + id + "'}");
  }

  /** Posts an operation on several items of the bin. */
  Reply post(String user, String operation, List<String> ids) {
    return post(demo.client(user), several(operation, ids));
  }

  static String several(String operation, List<String> ids) {
    return ids.stream()
        .collect(Collectors.joining("','", "{'operationName':'" + operation + "','ids':['", "']}"));
  }

  /** What lies in the bin, in its order. */
  List<String> order() {
    List<String> order = new ArrayList<>();
    demo.client("admin")
        .get(address() + "&subresources=*&limit=10000")
        .json()
        .required("workbin")
        .required("order")
        .forEach(id -> order.add(id.stringValue()));
    return order;
  }

  /** How many moves there have been. */
  long moves() {
    return demo.part(Journal.class).last();
  }

  static void assertRefused(Reply reply, int status, int code) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.code()).as(reply.text()).isEqualTo(code);
  }
}
