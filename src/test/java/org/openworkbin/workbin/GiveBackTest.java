package org.openworkbin.workbin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.workbin.ItemCalls.assertRefused;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openworkbin.directory.AgentGroup;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.Feature;
import org.openworkbin.id.AgentGroupId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.QueueId;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Creation;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.Golden;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

/** What goes with having an item in hand: its hold, its release, its agent and his nickname. */
class GiveBackTest {
  private static final String IN_PROGRESS = "aee812a5-7396-4dd9-b180-230f1c1fb085";
  private static final String MY_BIN = "/api/v2/me/workbins/" + IN_PROGRESS;

  private static DemoServer demo;
  private ItemCalls calls;

  @BeforeAll
  static void start() {
    demo = DemoServer.start();
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @BeforeEach
  void newBin() {
    calls = new ItemCalls(demo);
  }

  @Test
  void aReleasedItemGoesBackToItsOldPosition() {
    List<String> ids = calls.park(3);
    calls.post("ada", "PullChat", ids.getFirst());

    assertThat(calls.post("ada", "Release", ids.getFirst()).code()).isZero();

    assertThat(calls.order()).containsExactlyElementsOf(ids);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v2/me/workbins", "/api/v2/workbins", "/api/v2/me/chats/"})
  void itIsReleasedWithoutNamingTheWorkbinToo(String address) {
    List<String> ids = calls.park(2);
    calls.post("ada", "PullChat", ids.getFirst());

    Reply reply =
        demo.client("ada")
            .post(
                address.endsWith("/") ? address + ids.getFirst() : address,
                "{\"operationName\":\"Release\",\"id\":\"" + ids.getFirst() + "\"}");

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.json().propertyNames()).containsExactlyInAnyOrder("statusCode", "referenceId");
    assertThat(calls.order()).containsExactlyElementsOf(ids);
  }

  @Test
  void aWorkbinThatItDidNotComeFromIsNotWhereItIsReleased() {
    String id = calls.park();
    calls.post("ada", "PullChat", id);

    Reply reply =
        demo.client("ada").post(MY_BIN, "{\"operationName\":\"Release\",\"id\":\"" + id + "\"}");

    assertRefused(reply, 404, 6);
    assertThat(find(id).location()).isEqualTo(new Location.Hand(demo.user("ada")));
  }

  @Test
  void onlyTheHolderReleases() {
    String id = calls.park();
    calls.post("ben", "PullChat", id);

    Reply colleague = calls.post("ada", "Release", id);

    assertRefused(colleague, 409, 19);
    assertThat(colleague.json().get("conflict").get("heldBy").get("userName").stringValue())
        .isEqualTo("ben");
    assertThat(colleague.json().get("refused").get("id").stringValue()).isEqualTo(id);
    assertThat(find(id).location()).isEqualTo(new Location.Hand(demo.user("ben")));
  }

  @Test
  void whatWasCreatedInHandGoesToTheQueueOfItsCreatorOrStays() {
    Location hand = new Location.Hand(demo.user("ada"));
    Creation creation = calls.creation(Medium.WORKITEM, 0, "{}", hand, demo.user("ada"));
    String stays = calls.create(creation);
    QueueId queue = new QueueId("7be4f1d3-52a9-4c06-9f81-d3a0c6e57b40");
    String goes =
        calls.create(
            calls.creation(Medium.WORKITEM, 0, "{}", hand, demo.user("ada")).withHome(queue));

    assertRefused(release(stays), 400, 2);
    assertThat(release(goes).status()).isEqualTo(200);

    assertThat(find(stays).location()).isEqualTo(hand);
    assertThat(find(goes).location()).isEqualTo(new Location.Queue(queue));
  }

  /** It had nowhere to go then; by the time of the repetition it could go back to the bin. */
  @Test
  void aRefusedReleaseStaysRefusedWhenItIsRepeated() {
    Location hand = new Location.Hand(demo.user("ada"));
    String item = calls.create(calls.creation(Medium.WORKITEM, 0, "{}", hand, demo.user("ada")));
    TestClient ada = demo.client("ada");
    TestClient keyed = ada.with("Idempotency-Key", "release-" + item);
    String release = operation("Release", item);
    Reply refused = keyed.post("/api/v2/me/workbins", release);
    assertRefused(refused, 400, 2);
    assertThat(ada.post(calls.address(), operation("AddWorkitem", item)).status()).isEqualTo(200);
    assertThat(ada.post(calls.address(), operation("PullWorkitem", item)).status()).isEqualTo(200);

    Reply repeated = keyed.post("/api/v2/me/workbins", release);

    assertThat(repeated.text()).isEqualTo(refused.text());
    assertThat(find(item).location()).isEqualTo(hand);
  }

  /** One group was meant; by the time of the repetition it takes a name to tell which. */
  @Test
  void aRepeatedPullIsAnsweredAlthoughItsAddressMeansAnotherBinByNow() {
    String item = calls.park();
    String address = "/api/v2/me/workbins/" + calls.bin().workbin().value();
    TestClient keyed = demo.client("ada").with("Idempotency-Key", "pull-" + item);
    Reply first = keyed.post(address, operation("PullChat", item));
    AgentGroup second =
        new AgentGroup(new AgentGroupId("second"), "Second", Set.of(demo.user("ada")), Set.of());
    demo.change(DirectoryChange.of(second));
    try {
      Reply repeated = keyed.post(address, operation("PullChat", item));

      assertThat(first.status()).isEqualTo(200);
      assertThat(repeated.status()).as(repeated.text()).isEqualTo(200);
      assertThat(repeated.text()).isEqualTo(first.text());
      assertThat(repeated.header("Workbin-Hold")).isEqualTo(first.header("Workbin-Hold"));
    } finally {
      demo.change(DirectoryChange.removing(second.key()));
    }
  }

  private static String operation(String name, String item) {
    return "{\"operationName\":\"%s\",\"id\":\"%s\"}".formatted(name, item);
  }

  @Test
  void aLateAddIsRefusedAndItsDraftComesBack() {
    String id = calls.park();
    Reply first = calls.post("ada", "PullChat", id);
    calls.post("ada", "Release", id);
    Reply second = calls.post("ada", "PullChat", id);
    long moves = calls.moves();
    String body = "{'operationName':'AddChat','id':'" + id + "','saveLAR':true}";

    Reply byHeader =
        calls.post(demo.client("ada").with("Workbin-Hold", first.header("Workbin-Hold")), body);
    Reply byMember =
        calls.post("ada", body.replace("}", ",'hold':" + first.header("Workbin-Hold") + "}"));

    assertRefused(byMember, 409, 19);
    assertThat(calls.moves()).isEqualTo(moves);
    Golden.assertSame(
        byHeader
            .text()
            .replace(id, "0001BaBFVPR20035")
            .replaceAll("\"since\":\"[^\"]+\"", "\"since\":\"2026-11-22T09:00:00Z\""),
        "add-too-late");
    assertThat(
            calls
                .post(demo.client("ada").with("Workbin-Hold", second.header("Workbin-Hold")), body)
                .status())
        .isEqualTo(200);
  }

  @Test
  void aLateReleaseIsRefused() {
    String id = calls.park();
    String old = calls.post("ada", "PullChat", id).header("Workbin-Hold");
    calls.post("ada", "Release", id);
    calls.post("ada", "PullChat", id);

    assertRefused(
        calls.post(
            demo.client("ada").with("Workbin-Hold", old),
            "{'operationName':'Release','id':'" + id + "'}"),
        409,
        19);
    assertThat(find(id).location()).isEqualTo(new Location.Hand(demo.user("ada")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "'true'"})
  void theLastAgentOfAContactShowsOnHisLaterInteractions(String flag) {
    String contact = calls.bin().workbin().value();
    String early = calls.create(about(contact));
    calls.post("ben", "PullChat", early);
    Reply added =
        calls.post(
            "ben", "{'operationName':'AddChat','id':'" + early + "','saveLAR':" + flag + "}");
    assertThat(added.status()).as(added.text()).isEqualTo(200);
    String late = calls.create(about(contact));
    String other = calls.create(about("another " + contact));

    assertThat(listed(late).get("userData").get("LastAgentId").stringValue())
        .isEqualTo(demo.user("ben").value());
    assertThat(listed(early).get("userData").has("LastAgentId")).isFalse();
    assertThat(listed(other).get("userData").has("LastAgentId")).isFalse();
  }

  @Test
  void withoutSaveLarNobodyIsKept() {
    String contact = calls.bin().workbin().value();
    String early = calls.create(about(contact));
    calls.post("ben", "PullChat", early);
    calls.post("ben", "{'operationName':'AddChat','id':'" + early + "','saveLAR':'false'}");

    assertThat(listed(calls.create(about(contact))).get("userData").has("LastAgentId")).isFalse();
    assertRefused(
        calls.post("ben", "{'operationName':'AddChat','id':'" + early + "','saveLAR':'maybe'}"),
        400,
        2);
  }

  @Test
  void thePullerOfAChatIsInItByHisNicknameAndNobodyIsWhenItIsParked() {
    String id = calls.park();
    calls.post("ada", "{'operationName':'PullChat','id':'" + id + "','nickname':' Jo '}");

    JsonNode participants = inHand(id).get("participants");
    calls.post("ada", "AddChat", id);
    JsonNode parked = listed(id).get("participants");
    calls.post("ada", "PullChat", id);

    assertThat(participants).hasSize(1);
    assertThat(participants.get(0).propertyNames())
        .containsExactlyInAnyOrder("participantId", "nickname", "type");
    assertThat(participants.get(0).get("nickname").stringValue()).isEqualTo("Jo");
    assertThat(participants.get(0).get("type").stringValue()).isEqualTo("Agent");
    assertThat(participants.get(0).get("participantId").stringValue()).matches("[0-9A-F]{16}");
    assertThat(parked).isEmpty();
    assertThat(inHand(id).get("participants").get(0).get("nickname").stringValue())
        .isEqualTo("Ada");
  }

  @Test
  void aNicknameHasABound() {
    String id = calls.park();

    assertRefused(
        calls.post(
            "ada",
            "{'operationName':'PullChat','id':'" + id + "','nickname':'" + "x".repeat(256) + "'}"),
        400,
        10);
    assertThat(calls.order()).containsExactly(id);
  }

  @Test
  void whatIsOffIsNotPulled() {
    String chat = calls.park();
    String email = demo.park(Medium.EMAIL, calls.bin());
    try {
      turnOn(EnumSet.of(Feature.EMAIL));

      assertRefused(calls.post("ada", "PullChat", chat), 400, 2);
      assertRefused(calls.post("ada", "PullInteraction", chat), 404, 6);
      assertRefused(calls.post("ada", "{'operationName':'PullNext','medium':'chat'}"), 400, 2);
      assertThat(calls.post("ada", "{'operationName':'PullNext'}").header("Workbin-Item"))
          .isEqualTo(email);
      assertRefused(calls.post("ada", "{'operationName':'PullNext'}"), 404, 6);
      assertThat(calls.post("ada", "AddInteraction", email).status()).isEqualTo(200);

      turnOn(Set.of());
      assertRefused(calls.post("ada", "PullEmail", email), 404, 6);
      assertRefused(
          demo.client("ada").post("/api/v2/me/workbins", "{\"operationName\":\"Subscribe\"}"),
          404,
          6);
    } finally {
      turnOn(Feature.DEFAULT);
    }
  }

  private static void turnOn(Set<Feature> features) {
    demo.setFeatures(features);
  }

  private Creation about(String contact) {
    return calls
        .creation(Medium.CHAT, 0, "{}", new Location.Bin(calls.bin()), demo.user("admin"))
        .about(contact);
  }

  private static Reply release(String id) {
    return demo.client("ada")
        .post("/api/v2/me/workbins", "{\"operationName\":\"Release\",\"id\":\"" + id + "\"}");
  }

  private static Interaction find(String id) {
    return demo.part(Bins.class).find(new InteractionId(id)).orElseThrow();
  }

  private JsonNode listed(String id) {
    return named(
        demo.client("ada").get(calls.address() + "&subresources=*").json().at("/workbin/chats"),
        id);
  }

  private static JsonNode inHand(String id) {
    return named(demo.client("ada").get("/api/v2/me/chats?fields=*").json().get("chats"), id);
  }

  private static JsonNode named(JsonNode items, String id) {
    for (JsonNode item : items) {
      if (item.get("id").stringValue().equals(id)) {
        return item;
      }
    }
    throw new AssertionError(id + " is not among " + items);
  }
}
