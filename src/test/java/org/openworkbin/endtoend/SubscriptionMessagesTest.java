package org.openworkbin.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.PushClient;
import org.openworkbin.testing.PushClient.Carrier;
import org.openworkbin.testing.PushClient.Heard;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

/** What a user is told of his subscriptions: each message whole. */
class SubscriptionMessagesTest {
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
  @CsvSource({
    "/me/workbins/6c715fa9-de16-4d23-b07c-cbcb1caf3e07?agentGroup=MyAgentGroup, agentGroup",
    "/workbins/6c715fa9-de16-4d23-b07c-cbcb1caf3e07, agentGroup",
    "/me/workbins/5d487e69-a393-4228-a06f-6a4015ab1b54?placeGroup=MyPlaceGroup, placeGroup",
    "/me/workbins/aee812a5-7396-4dd9-b180-230f1c1fb085, ''",
    "/workbins/a15862be-2445-4735-aad2-69694a0f50ff/, ''",
  })
  void subscribingAndUnsubscribingAreToldWithTheirNumbers(String address, String group) {
    String id = address.replaceAll(".*/workbins/([0-9a-f-]+).*", "$1");
    String more =
        switch (group) {
          case "agentGroup" -> "'agentGroup':'MyAgentGroup',";
          case "placeGroup" -> "'placeGroup':'MyPlaceGroup',";
          default -> "";
        };
    try (PushClient ada = PushClient.listen(demo, Carrier.LONG_POLLING, "ada", "/v2/me/*")) {
      long revision = calls.revision("ada", address);

      assertTold(
          ada,
          id,
          more + "'revision':%d,".formatted(revision),
          "Subscribed",
          calls.done("ada", address, "Subscribe"));
      assertTold(
          ada,
          id,
          more + "'revision':%d,".formatted(revision),
          "Subscribed",
          calls.done("ada", address, "Subscribe"));
      assertTold(ada, id, more, "Unsubscribed", calls.done("ada", address, "Unsubscribe"));
      assertTold(ada, id, more, "RequestFailed", calls.done("ada", address, "Unsubscribe"));
    }
  }

  @ParameterizedTest
  @CsvSource({"/me/workbins", "/workbins"})
  void severalAtOnceGetANumberAndAMessageEach(String address) {
    String both = address + "?workbinIds=" + Calls.IN_PROGRESS + "," + Calls.TEAM;
    long inProgress = calls.revision("cleo", Calls.MY_BIN);
    long team = calls.revision("cleo", Calls.TEAM_BIN);
    try (PushClient cleo = PushClient.listen(demo, Carrier.LONG_POLLING, "cleo", "/v2/me/*")) {
      JsonNode begun = numbers(calls.post("cleo", both, "{\"operationName\":\"Subscribe\"}"));
      assertTold(
          cleo,
          Calls.IN_PROGRESS,
          "'revision':%d,".formatted(inProgress),
          "Subscribed",
          begun.get(Calls.IN_PROGRESS).longValue());
      assertTold(
          cleo,
          Calls.TEAM,
          "'agentGroup':'MyAgentGroup','revision':%d,".formatted(team),
          "Subscribed",
          begun.get(Calls.TEAM).longValue());

      JsonNode ended = numbers(calls.post("cleo", both, "{\"operationName\":\"Unsubscribe\"}"));
      assertTold(
          cleo, Calls.IN_PROGRESS, "", "Unsubscribed", ended.get(Calls.IN_PROGRESS).longValue());
      assertTold(
          cleo,
          Calls.TEAM,
          "'agentGroup':'MyAgentGroup',",
          "Unsubscribed",
          ended.get(Calls.TEAM).longValue());
    }
  }

  @Test
  void whatFailsAmongSeveralIsSaidAndTheRestIsInForce() {
    String unknown = "00000000-0000-4000-8000-000000000000";
    try (PushClient dan = PushClient.listen(demo, Carrier.LONG_POLLING, "dan", "/**")) {
      Reply reply =
          calls.post(
              "dan",
              "/workbins?workbinIds="
                  + unknown
                  + ","
                  + Calls.TEAM
                  + ","
                  + Calls.IN_PROGRESS
                  + "&agentGroup=MyAgentGroup",
              "{\"operationName\":\"Subscribe\"}");

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.code()).isEqualTo(7);
      JsonNode failed = reply.json().get("failed");
      assertThat(failed.get(0).get("workbinId").stringValue()).isEqualTo(unknown);
      assertThat(failed.get(0).get("statusCode").intValue()).isEqualTo(6);
      assertThat(failed.get(1).get("workbinId").stringValue()).isEqualTo(Calls.TEAM);
      assertThat(failed.get(1).get("statusCode").intValue()).isEqualTo(5);
      assertThat(dan.all())
          .singleElement()
          .satisfies(
              told -> assertThat(told.data().get("id").stringValue()).isEqualTo(Calls.IN_PROGRESS));
      calls.done("dan", Calls.MY_BIN, "Unsubscribe");
    }
  }

  @Test
  void aBinThatTheCallerHasNoneOfFails() {
    try (PushClient cleo = PushClient.listen(demo, Carrier.LONG_POLLING, "cleo", "/v2/me/*")) {
      long number = calls.done("cleo", Calls.MY_DESK, "Subscribe");

      assertTold(cleo, Calls.DESK, "", "RequestFailed", number);
    }
  }

  @Test
  void aRefusedSubscribeIsNotTold() {
    try (PushClient dan = PushClient.listen(demo, Carrier.LONG_POLLING, "dan", "/**")) {
      Reply reply = calls.post("dan", Calls.TEAM_BIN, "{\"operationName\":\"Subscribe\"}");

      assertThat(reply.status()).isEqualTo(403);
      assertThat(reply.code()).isEqualTo(5);
      assertThat(dan.all()).isEmpty();
    }
  }

  @Test
  void allSessionsOfTheAskerAreToldAndNobodyElse() {
    try (PushClient polling = PushClient.listen(demo, Carrier.LONG_POLLING, "ada", "/v2/me/*");
        PushClient socket = PushClient.listen(demo, Carrier.WEBSOCKET, "ada", "/**");
        PushClient otherTopic = PushClient.listen(demo, Carrier.WEBSOCKET, "ada", "/v2/me/chats");
        PushClient ben = PushClient.listen(demo, Carrier.WEBSOCKET, "ben", "/**");
        PushClient admin = PushClient.listen(demo, Carrier.LONG_POLLING, "admin", "/**")) {
      long number = calls.done("ada", Calls.TEAM_BIN, "Subscribe");

      for (PushClient session : List.of(polling, socket)) {
        assertThat(session.next().data().get("referenceId").longValue()).isEqualTo(number);
      }
      assertThat(ben.all()).isEmpty();
      assertThat(admin.all()).isEmpty();
      calls.done("ada", Calls.TEAM_BIN, "PullChat", "0001DEMOCHAT0001");
      assertThat(otherTopic.next().channel()).isEqualTo("/v2/me/chats");
      calls.done("ada", Calls.TEAM_BIN, "AddChat", "0001DEMOCHAT0001");
      calls.done("ada", Calls.TEAM_BIN, "Unsubscribe");
    }
  }

  @Test
  void endOfTheContactCenterSessionEndsSubscriptions() {
    try (PushClient ben = PushClient.listen(demo, Carrier.LONG_POLLING, "ben", "/**")) {
      calls.done("ben", Calls.TEAM_BIN, "Subscribe");
      ben.next();
      Reply end = calls.post("ben", "/me", "{\"operationName\":\"EndContactCenterSession\"}");
      assertThat(end.status()).isEqualTo(200);
    }

    try (PushClient ben = PushClient.listen(demo, Carrier.LONG_POLLING, "ben", "/**")) {
      calls.done("ada", Calls.TEAM_BIN, "PullChat", "0001DEMOCHAT0002");

      assertThat(ben.all()).isEmpty();
      calls.done("ada", Calls.TEAM_BIN, "AddChat", "0001DEMOCHAT0002");
    }
  }

  @Test
  void whoLosesTheRightIsToldThatItEnded() {
    try (PushClient dan = PushClient.listen(demo, Carrier.WEBSOCKET, "dan", "/**")) {
      sit("dan", "Desk-2");
      calls.done("dan", Calls.DESKS_BIN, "Subscribe");
      dan.next("/v2/me/workbins");
      sit("dan", "Desk-9");

      calls.done("ada", Calls.DESKS_BIN, "PullChat", "0001DEMOCHAT0003");

      assertThat(dan.all())
          .filteredOn(told -> told.channel().equals("/v2/me/workbins"))
          .singleElement()
          .extracting(Heard::data)
          .isEqualTo(
              Calls.json(
                  "{'messageType':'WorkbinSubscriptionStateChangeMessage','id':'"
                      + Calls.DESKS
                      + "','placeGroup':'MyPlaceGroup','stateResource':'Unsubscribed'}"));
      calls.done("ada", Calls.DESKS_BIN, "AddChat", "0001DEMOCHAT0003");
      calls.post("dan", "/me", "{\"operationName\":\"EndContactCenterSession\"}");
    }
  }

  private static void sit(String user, String place) {
    Reply reply =
        calls.post(
            user,
            "/me",
            "{\"operationName\":\"StartContactCenterSession\",\"channels\":[\"chat\"],"
                + "\"place\":\""
                + place
                + "\"}");
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
  }

  private static JsonNode numbers(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    JsonNode answer = reply.json();
    assertThat(answer.propertyNames()).containsExactlyInAnyOrder("statusCode", "referenceIds");
    assertThat(answer.get("statusCode").intValue()).isZero();
    assertThat(answer.get("referenceIds").propertyNames())
        .containsExactlyInAnyOrder(Calls.IN_PROGRESS, Calls.TEAM);
    return answer.get("referenceIds");
  }

  private static void assertTold(
      PushClient client, String id, String more, String state, long number) {
    Heard told = client.next();
    assertThat(told.channel()).isEqualTo("/v2/me/workbins");
    assertThat(told.data())
        .isEqualTo(
            Calls.json(
                ("{'messageType':'WorkbinSubscriptionStateChangeMessage','id':'%s',%s"
                        + "'stateResource':'%s','referenceId':%d}")
                    .formatted(id, more, state, number)));
  }
}
