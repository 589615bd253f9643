package org.openworkbin.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openworkbin.directory.AgentGroup;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.id.WorkbinId;
import org.openworkbin.ledger.Medium;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.PushClient;
import org.openworkbin.testing.PushClient.Carrier;
import org.openworkbin.testing.PushClient.Heard;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

/** One {@code Subscribe} for everything that I may see, now and later. */
class StandingSubscribeTest {
  private DemoServer demo;
  private Calls calls;

  @BeforeEach
  void start() {
    demo = DemoServer.start();
    calls = new Calls(demo);
  }

  @AfterEach
  void stop() {
    demo.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/me/workbins", "/workbins"})
  void eachBinIsConfirmedWithItsRevisionAndTheSameNumber(String address) {
    long mine = calls.revision("ben", Calls.MY_BIN);
    long team = calls.revision("ben", Calls.TEAM_BIN);
    long desk = calls.revision("ben", Calls.MY_DESK);
    long desks = calls.revision("ben", Calls.DESKS_BIN);
    try (PushClient ben = PushClient.listen(demo, Carrier.LONG_POLLING, "ben", "/**")) {
      long number = calls.done("ben", address, "Subscribe");

      assertThat(ben.all())
          .extracting(Heard::data)
          .containsExactlyInAnyOrder(
              told(Calls.IN_PROGRESS, "", "Subscribed", mine, number),
              told(Calls.TEAM, "'agentGroup':'MyAgentGroup',", "Subscribed", team, number),
              told(Calls.DESK, "", "Subscribed", desk, number),
              told(Calls.DESKS, "'placeGroup':'MyPlaceGroup',", "Subscribed", desks, number));
    }
  }

  @Test
  void whatHappensInAnyOfThemIsTold() {
    try (PushClient ben = PushClient.listen(demo, Carrier.WEBSOCKET, "ben", "/v2/me/*")) {
      calls.done("ben", "/me/workbins", "Subscribe");
      ben.all();

      demo.park(Medium.CHAT, demo.teamBin());
      demo.park(Medium.CHAT, demo.bensBin());

      assertThat(ben.all())
          .extracting(heard -> heard.data().path("action").asString(""))
          .containsExactly("ItemAdded", "ItemAdded");
    }
  }

  @Test
  void aBinThatIsGainedOrLostIsToldAndSoAreItsChanges() {
    try (PushClient dan = PushClient.listen(demo, Carrier.WEBSOCKET, "dan", "/**")) {
      calls.done("dan", "/me/workbins", "Subscribe");
      dan.all();
      long revision = calls.revision("ada", Calls.TEAM_BIN);

      join("dan");
      Heard gained = dan.next();
      demo.park(Medium.CHAT, demo.teamBin());
      Heard change = dan.next();
      leave("dan");
      Heard lost = dan.next();
      demo.park(Medium.CHAT, demo.teamBin());

      assertThat(gained.data())
          .isEqualTo(
              Calls.json(
                  ("{'messageType':'WorkbinSubscriptionStateChangeMessage','id':'%s',"
                          + "'agentGroup':'MyAgentGroup','stateResource':'Subscribed',"
                          + "'revision':%d}")
                      .formatted(Calls.TEAM, revision)));
      assertThat(change.data().get("revision").longValue()).isEqualTo(revision + 1);
      assertThat(lost.data())
          .isEqualTo(
              Calls.json(
                  "{'messageType':'WorkbinSubscriptionStateChangeMessage','id':'"
                      + Calls.TEAM
                      + "','agentGroup':'MyAgentGroup','stateResource':'Unsubscribed'}"));
      assertThat(dan.all()).isEmpty();
    }
  }

  @Test
  void takingASeatBringsTheBinsOfThePlace() {
    try (PushClient cleo = PushClient.listen(demo, Carrier.LONG_POLLING, "cleo", "/**")) {
      calls.done("cleo", "/me/workbins", "Subscribe");
      cleo.all();

      Reply seated =
          calls.post(
              "cleo",
              "/me",
              "{\"operationName\":\"StartContactCenterSession\",\"channels\":[\"chat\"],"
                  + "\"place\":\"Desk-2\"}");
      assertThat(seated.status()).isEqualTo(200);

      assertThat(List.of(cleo.next("/v2/me/workbins"), cleo.next("/v2/me/workbins")))
          .extracting(heard -> heard.data().get("id").stringValue())
          .containsExactlyInAnyOrder(Calls.DESK, Calls.DESKS);
    }
  }

  @Test
  void itEndsForAllBinsAndASecondTimeFails() {
    try (PushClient dan = PushClient.listen(demo, Carrier.LONG_POLLING, "dan", "/**")) {
      calls.done("dan", "/me/workbins", "Subscribe");
      dan.all();

      long ended = calls.done("dan", "/workbins", "Unsubscribe");
      long again = calls.done("dan", "/me/workbins", "Unsubscribe");
      demo.park(Medium.CHAT, new BinId(new WorkbinId(Calls.IN_PROGRESS), demo.user("dan")));

      List<Heard> heard = dan.all();
      assertThat(heard.subList(0, 2))
          .allSatisfy(told -> {
            assertThat(told.data().get("stateResource").stringValue()).isEqualTo("Unsubscribed");
            assertThat(told.data().get("referenceId").longValue()).isEqualTo(ended);
          });
      assertThat(heard.subList(2, heard.size()))
          .extracting(Heard::data)
          .containsExactly(
              Calls.json(
                  "{'messageType':'WorkbinSubscriptionStateChangeMessage',"
                      + "'stateResource':'RequestFailed','referenceId':"
                      + again
                      + "}"));
    }
  }

  @Test
  void oneBinCanBeLeftOut() {
    try (PushClient ben = PushClient.listen(demo, Carrier.WEBSOCKET, "ben", "/**")) {
      calls.done("ben", "/me/workbins", "Subscribe");
      calls.done("ben", Calls.TEAM_BIN, "Unsubscribe");
      join("dan");
      ben.all();

      demo.park(Medium.CHAT, demo.teamBin());
      assertThat(ben.all()).isEmpty();

      calls.done("ben", Calls.TEAM_BIN, "Subscribe");
      ben.next();
      demo.park(Medium.CHAT, demo.teamBin());
      assertThat(ben.next().data().get("action").stringValue()).isEqualTo("ItemAdded");
    }
  }

  @Test
  void itSurvivesARestartAndEndsWithTheContactCenterSession() {
    calls.done("ben", "/me/workbins", "Subscribe");
    demo.restart();
    try (PushClient ben = PushClient.listen(demo, Carrier.WEBSOCKET, "ben", "/**")) {
      demo.park(Medium.CHAT, demo.teamBin());
      assertThat(ben.next().data().get("action").stringValue()).isEqualTo("ItemAdded");

      calls.post("ben", "/me", "{\"operationName\":\"EndContactCenterSession\"}");
    }
    try (PushClient ben = PushClient.listen(demo, Carrier.WEBSOCKET, "ben", "/**")) {
      demo.park(Medium.CHAT, demo.teamBin());
      assertThat(ben.all()).isEmpty();
    }
  }

  @Test
  void whereAnOwnerOrAUserIsNamedTheWorkbinsHaveToBeNamedToo() {
    for (String address :
        List.of(
            "/me/workbins?agentGroup=MyAgentGroup",
            "/workbins?placeGroup=MyPlaceGroup",
            "/workbins?workbinIds=,",
            "/users/" + demo.user("ben").value() + "/workbins")) {
      Reply reply = calls.post("ben", address, "{\"operationName\":\"Subscribe\"}");

      assertThat(reply.status()).as(address).isEqualTo(400);
      assertThat(reply.code()).as(address).isEqualTo(1);
    }
  }

  private static JsonNode told(String id, String owner, String state, long revision, long number) {
    return Calls.json(
        ("{'messageType':'WorkbinSubscriptionStateChangeMessage','id':'%s',%s"
                + "'stateResource':'%s','revision':%d,'referenceId':%d}")
            .formatted(id, owner, state, revision, number));
  }

  private void join(String userName) {
    AgentGroup team = team();
    Set<UserId> members = new HashSet<>(team.members());
    members.add(demo.user(userName));
    change(new AgentGroup(team.id(), team.name(), members, team.managers()));
  }

  private void leave(String userName) {
    AgentGroup team = team();
    Set<UserId> members = new HashSet<>(team.members());
    members.remove(demo.user(userName));
    change(new AgentGroup(team.id(), team.name(), members, team.managers()));
  }

  private AgentGroup team() {
    return demo.part(Directories.class).now().agentGroupNamed("MyAgentGroup").orElseThrow();
  }

  private void change(AgentGroup team) {
    demo.change(DirectoryChange.of(team));
  }
}
