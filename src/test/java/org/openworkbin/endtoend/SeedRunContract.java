package org.openworkbin.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.Golden;
import org.openworkbin.testing.PushClient;
import org.openworkbin.testing.PushClient.Carrier;
import org.openworkbin.testing.PushClient.Heard;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The two calls that everything began with, on both stores and by both carriers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SeedRunContract {
  private static final String TEAMS_CHAT = "0001BaBFVPR20035";
  private static final String DESKS_CHAT = "0001BaBFVPR20039";
  private static final List<String> PLATFORM_KEYS =
      List.of(
          "InteractionId",
          "SubmittedAt",
          "SubmittedBy",
          "SubmitSeq",
          "PlacedInQueueAt",
          "PlaceInQueueSeq",
          "IsHeld",
          "IsLocked",
          "Workbin");
  private static final List<String> HOLDERS_KEYS =
      List.of("AssignedTo", "AssignedAt", "DeliveredAt");

  private final Dialect dialect;
  private DemoServer demo;
  private Calls calls;

  SeedRunContract(Dialect dialect) {
    this.dialect = dialect;
  }

  @BeforeAll
  void start() {
    demo = DemoServer.start(dialect);
    calls = new Calls(demo);
  }

  @AfterAll
  void stop() {
    demo.close();
  }

  @ParameterizedTest
  @EnumSource(Carrier.class)
  void theSeedsCallsAreAnsweredAndToldAsTheSeedSays(Carrier carrier) {
    try (PushClient ada = PushClient.listen(demo, carrier, "ada", "/v2/me/*");
        PushClient adasOther = PushClient.listen(demo, carrier, "ada", "/**");
        PushClient ben = PushClient.listen(demo, carrier, "ben", "/**");
        PushClient dan = PushClient.listen(demo, carrier, "dan", "/**")) {
      assertThat(ada.transport()).isEqualTo(carrier.transport());
      subscribe("ada", List.of(ada, adasOther));
      subscribe("ben", List.of(ben));

      pullAndAddBack(
          "POST /api/v2/me/workbins/6c715fa9-de16-4d23-b07c-cbcb1caf3e07?agentGroup=MyAgentGroup",
          """
          {
          "operationName": "PullChat",
          "id": "0001BaBFVPR20035"
          }
          """,
          TEAMS_CHAT,
          "push-seed-agent-group",
          List.of(ada, adasOther),
          ben);
      pullAndAddBack(
          "POST /api/v2/me/workbins/5d487e69-a393-4228-a06f-6a4015ab1b54?placeGroup=MyPlaceGroup",
          """
          {
          "operationName": "PullChat",
          "id": "0001BaBFVPR20039"
          }
          """,
          DESKS_CHAT,
          "push-seed-place-group",
          List.of(ada, adasOther),
          ben);

      assertThat(dan.all()).isEmpty();
      unsubscribe("ada");
      unsubscribe("ben");
    }
  }

  private void subscribe(String user, List<PushClient> sessions) {
    for (String bin : List.of(Calls.TEAM_BIN, Calls.DESKS_BIN)) {
      long number = calls.done(user, bin, "Subscribe");
      for (PushClient session : sessions) {
        JsonNode told = session.next().data();
        assertThat(told.get("stateResource").stringValue()).isEqualTo("Subscribed");
        assertThat(told.get("referenceId").longValue()).isEqualTo(number);
      }
    }
  }

  private void unsubscribe(String user) {
    calls.done(user, Calls.TEAM_BIN, "Unsubscribe");
    calls.done(user, Calls.DESKS_BIN, "Unsubscribe");
  }

  private void pullAndAddBack(
      String request,
      String body,
      String item,
      String golden,
      List<PushClient> puller,
      PushClient other) {
    String address = request.substring("POST /api/v2".length());
    long revision = calls.revision("ada", address);

    long pulled = number(calls.post("ada", address, body));

    for (PushClient session : puller) {
      List<Heard> told = session.all();
      assertThat(told)
          .extracting(Heard::channel)
          .containsExactly("/v2/me/workbins", "/v2/me/chats");
      assertRemoved(told.getFirst().data(), revision + 1, golden);
      assertWorking(told.getLast().data(), pulled, item, golden);
    }
    assertRemoved(only(other).data(), revision + 1, golden);

    long added = calls.done("ada", address, "AddChat", item);

    for (PushClient session : puller) {
      List<Heard> told = session.all();
      assertThat(told)
          .extracting(Heard::channel)
          .containsExactly("/v2/me/workbins", "/v2/me/chats");
      assertAdded(told.getFirst().data(), revision + 2, golden);
      assertParked(told.getLast().data(), added, item, golden);
    }
    assertAdded(only(other).data(), revision + 2, golden);
    assertThat(added).isGreaterThan(pulled);
  }

  /** The only message that he hears, which is one of his bin's and not of the medium's. */
  private static Heard only(PushClient client) {
    List<Heard> told = client.all();
    assertThat(told).hasSize(1);
    assertThat(told.getFirst().channel()).isEqualTo("/v2/me/workbins");
    return told.getFirst();
  }

  private static long number(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    assertThat(reply.json().propertyNames()).containsExactlyInAnyOrder("statusCode", "referenceId");
    assertThat(reply.code()).isZero();
    return reply.json().get("referenceId").longValue();
  }

  private static void assertRemoved(JsonNode data, long revision, String golden) {
    assertThat(data.get("revision").longValue()).isEqualTo(revision);
    Golden.assertSame(Golden.without(data.toString(), "revision"), golden);
  }

  private static void assertAdded(JsonNode data, long revision, String golden) {
    assertThat(data.get("revision").longValue()).isEqualTo(revision);
    assertThat(data.get("priority").longValue()).isZero();
    assertThat(data.get("placeSeq").isIntegralNumber()).isTrue();
    assertThat(data.get("placedAt").stringValue()).endsWith("Z");
    ObjectNode expected = (ObjectNode) Golden.read(golden);
    expected.put("action", "ItemAdded");
    assertThat(Golden.without(data.toString(), "revision", "priority", "placeSeq", "placedAt"))
        .isEqualTo(expected);
  }

  /** The puller has it in hand: what he may do with it now, and where it was. */
  private static void assertWorking(JsonNode data, long number, String item, String golden) {
    JsonNode chat = assertChat(data, number, item, golden, HOLDERS_KEYS);

    assertThat(chat.get("state").stringValue()).isEqualTo("Chatting");
    assertThat(chat.get("capabilities"))
        .isEqualTo(Golden.read("media-chat-pulled").get("chat").get("capabilities"));
    assertThat(chat.get("userData").get("AssignedTo").stringValue()).isEqualTo("ada");
    assertThat(chat.get("participants")).hasSize(1);
    assertThat(chat.get("participants").get(0).get("nickname").stringValue()).isEqualTo("Ada");
  }

  /** The adder has nothing more to do with it. */
  private static void assertParked(JsonNode data, long number, String item, String golden) {
    JsonNode chat = assertChat(data, number, item, golden, List.of());

    assertThat(chat.get("state").stringValue()).isEqualTo("InWorkbin");
    assertThat(chat.get("capabilities")).isEqualTo(Calls.json("[]"));
    assertThat(chat.get("participants")).isEqualTo(Calls.json("[]"));
  }

  private static JsonNode assertChat(
      JsonNode data, long number, String item, String golden, List<String> moreKeys) {
    JsonNode told = Golden.read(golden);
    boolean ofGroup = told.has("agentGroup");
    assertThat(data.propertyNames())
        .containsExactlyInAnyOrder("messageType", "notificationType", "referenceId", "chat");
    assertThat(data.get("messageType").stringValue()).isEqualTo("ChatStateChangeMessage");
    assertThat(data.get("notificationType").stringValue()).isEqualTo("StatusChange");
    assertThat(data.get("referenceId").longValue()).isEqualTo(number);

    ObjectNode chat = (ObjectNode) data.get("chat");
    assertThat(chat.optional("hold").isPresent()).isEqualTo(moreKeys.equals(HOLDERS_KEYS));
    chat.remove("hold");
    assertThat(chat.get("uri").stringValue()).isEqualTo("http://localhost/api/v2/chats/" + item);
    JsonNode resource = told.get("chatStateResourceV2");
    assertThat(
            Golden.without(
                chat.toString(), "state", "uri", "capabilities", "participants", "userData"))
        .isEqualTo(Golden.without(resource.toString(), "capabilities", "participants", "userData"));

    JsonNode userData = chat.get("userData");
    assertThat(userData.get("InteractionId").stringValue()).isEqualTo(item);
    assertThat(userData.get("Workbin").stringValue()).isEqualTo(ofGroup ? "team-wb" : "desks-wb");
    String owner = ofGroup ? "WorkbinGroupId" : "WorkbinPlaceGroupId";
    assertThat(userData.get(owner).stringValue())
        .isEqualTo(ofGroup ? "MyAgentGroup" : "MyPlaceGroup");
    List<String> platform = new ArrayList<>(PLATFORM_KEYS);
    platform.addAll(moreKeys);
    platform.add(owner);
    assertThat(Golden.without(userData.toString(), platform.toArray(String[]::new)))
        .isEqualTo(resource.get("userData"));
    return chat;
  }
}
