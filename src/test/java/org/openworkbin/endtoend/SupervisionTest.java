package org.openworkbin.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openworkbin.ledger.Medium;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.PushClient;
import org.openworkbin.testing.PushClient.Carrier;
import org.openworkbin.testing.PushClient.Heard;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

/** What a supervisor does with the workbins of a user whom he names. */
class SupervisionTest {
  private static DemoServer demo;
  private static Calls calls;

  @BeforeAll
  static void start() {
    demo = DemoServer.start();
    calls = new Calls(demo);
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/users/", "/"})
  void theSupervisorTakesAnItemIntoHisOwnHandAndPutsItBack(String prefix) {
    String bens = bensBin(prefix);
    String item = demo.park(Medium.WORKITEM, demo.bensBin());
    try (PushClient sue = PushClient.listen(demo, Carrier.LONG_POLLING, "sue", "/v2/me/workitems");
        PushClient ben = PushClient.listen(demo, Carrier.LONG_POLLING, "ben", "/v2/me/workitems")) {
      long pulled = calls.done("sue", bens, "PullWorkitem", item);
      Heard held = sue.next();
      Reply added =
          calls.post(
              "sue",
              bens,
              "{\"operationName\":\"AddWorkitem\",\"uri\":\"http://x/api/v2/workitems/"
                  + item
                  + "\"}");
      Heard parked = sue.next();

      assertThat(held.data().get("referenceId").longValue()).isEqualTo(pulled);
      assertThat(held.data().get("workitem").get("userData").get("AssignedTo").stringValue())
          .isEqualTo("sue");
      assertThat(added.status()).as(added.text()).isEqualTo(200);
      assertThat(parked.data().get("workitem").get("state").stringValue()).isEqualTo("InWorkbin");
      assertThat(ben.all()).isEmpty();
    }
    assertThat(calls.content("ben", Calls.MY_BIN).get("order").toString()).contains(item);
  }

  @Test
  void theSupervisorMovesAnItemFromOneOfHisAgentsToAnother() {
    String item = demo.park(Medium.EMAIL, demo.bensBin());

    calls.done("sue", "/users/" + id("ada") + "/workbins/" + Calls.IN_PROGRESS, "AddEmail", item);

    assertThat(calls.content("ada", Calls.MY_BIN).get("order").toString()).contains(item);
    assertThat(calls.content("ben", Calls.MY_BIN).get("order").toString()).doesNotContain(item);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/users/", "/"})
  void theSupervisorIsToldWhoseBinItIs(String prefix) {
    String bens = bensBin(prefix);
    long revision = calls.revision("ben", Calls.MY_BIN);
    try (PushClient sue = PushClient.listen(demo, Carrier.WEBSOCKET, "sue", "/**")) {
      long begun = calls.done("sue", bens, "Subscribe");
      demo.park(Medium.CHAT, demo.bensBin());
      long ended = calls.done("sue", bens, "Unsubscribe");
      long again = calls.done("sue", bens, "Unsubscribe");

      List<JsonNode> told =
          sue.until(heard -> reference(heard) == again).stream().map(Heard::data).toList();
      assertThat(told.getFirst())
          .isEqualTo(subscription("'stateResource':'Subscribed','revision':" + revision, begun));
      assertThat(told.get(1).get("action").stringValue()).isEqualTo("ItemAdded");
      assertThat(told.get(1).get("workbinUserId").stringValue()).isEqualTo(id("ben"));
      assertThat(told.get(2)).isEqualTo(subscription("'stateResource':'Unsubscribed'", ended));
      assertThat(told.get(3)).isEqualTo(subscription("'stateResource':'RequestFailed'", again));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/users/", "/"})
  void severalWorkbinsOfAUserGetANumberEachAndWhatIsNotForTheSupervisorIsLeftOut(String prefix) {
    String unknown = "00000000-0000-4000-8000-000000000000";
    String address =
        prefix
            + id("ben")
            + "/workbins?workbinIds="
            + Calls.IN_PROGRESS
            + ","
            + Calls.TEAM
            + ","
            + unknown;
    try (PushClient sue = PushClient.listen(demo, Carrier.LONG_POLLING, "sue", "/**")) {
      Reply reply = calls.post("sue", address, "{\"operationName\":\"Subscribe\"}");

      assertThat(reply.status()).as(reply.text()).isEqualTo(200);
      assertThat(reply.code()).isEqualTo(7);
      assertThat(reply.json().get("referenceIds").propertyNames())
          .containsExactlyInAnyOrder(Calls.IN_PROGRESS, Calls.TEAM);
      assertThat(reply.json().get("failed").get(0).get("workbinId").stringValue())
          .isEqualTo(unknown);
      JsonNode own = sue.next().data();
      JsonNode team = sue.next().data();
      assertThat(own.get("workbinUserId").stringValue()).isEqualTo(id("ben"));
      assertThat(own.get("referenceId"))
          .isEqualTo(reply.json().get("referenceIds").get(Calls.IN_PROGRESS));
      assertThat(team.has("workbinUserId")).isFalse();
      assertThat(team.get("agentGroup").stringValue()).isEqualTo("MyAgentGroup");
    }
    calls.post("sue", address, "{\"operationName\":\"Unsubscribe\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "ada, ben, 403, 5",
    "sue, dan, 403, 5",
    "dan, ben, 403, 5",
    "admin, dan, 200, 0",
    "ben, ben, 200, 0",
  })
  void onlyWhoManagesHimLooksAfterAnAgent(String caller, String agent, int status, int code) {
    for (String prefix : List.of("/users/", "/")) {
      String workbins = prefix + id(agent) + "/workbins";
      for (String address :
          List.of(
              workbins + "/" + Calls.IN_PROGRESS, workbins + "?workbinIds=" + Calls.IN_PROGRESS)) {
        Reply reply = calls.post(caller, address, "{\"operationName\":\"Subscribe\"}");
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
      }
    }
  }

  @Test
  void whoDoesNotManageHimMovesNothing() {
    String item = demo.park(Medium.CHAT, demo.bensBin());
    for (String operation : List.of("PullChat", "AddChat", "PullInteraction")) {
      Reply reply =
          calls.post(
              "ada",
              bensBin("/users/"),
              "{\"operationName\":\"" + operation + "\",\"id\":\"" + item + "\"}");
      assertThat(reply.status()).isEqualTo(403);
      assertThat(reply.code()).isEqualTo(5);
    }
    assertThat(calls.content("ben", Calls.MY_BIN).get("order").toString()).contains(item);
  }

  @Test
  void anUnknownUserIsNotFound() {
    Reply reply =
        calls.post(
            "admin",
            "/users/nobody/workbins/" + Calls.IN_PROGRESS,
            "{\"operationName\":\"Subscribe\"}");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.code()).isEqualTo(6);
  }

  private static String bensBin(String prefix) {
    return prefix + id("ben") + "/workbins/" + Calls.IN_PROGRESS;
  }

  private static String id(String userName) {
    return demo.user(userName).value();
  }

  private static long reference(Heard heard) {
    return heard.data().path("referenceId").asLong(0);
  }

  private static JsonNode subscription(String rest, long number) {
    return Calls.json(
        ("{'messageType':'WorkbinSubscriptionStateChangeMessage','id':'%s','workbinUserId':'%s',"
                + "%s,'referenceId':%d}")
            .formatted(Calls.IN_PROGRESS, id("ben"), rest, number));
  }
}
