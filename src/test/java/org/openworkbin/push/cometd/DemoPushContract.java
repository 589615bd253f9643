package org.openworkbin.push.cometd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openworkbin.ledger.Medium;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.DemoServer;
import tools.jackson.databind.JsonNode;

/** The whole server: a pull over HTTP is told to whom it concerns, whatever the database. */
abstract class DemoPushContract {
  private static final String TEAM_BIN =
      "/api/v2/me/workbins/6c715fa9-de16-4d23-b07c-cbcb1caf3e07?agentGroup=MyAgentGroup";

  private final Dialect dialect;
  private DemoServer demo;

  DemoPushContract(Dialect dialect) {
    this.dialect = dialect;
  }

  @BeforeEach
  void start() {
    demo = DemoServer.start(dialect);
  }

  @AfterEach
  void stop() {
    demo.close();
  }

  private RawClient connected(String user) {
    return RawClient.withoutCookies(demo.url() + "/api/v2/notifications", user)
        .connected("/v2/me/*");
  }

  private void subscribe(String user) {
    assertThat(demo.client(user).post(TEAM_BIN, "{\"operationName\":\"Subscribe\"}").code())
        .isZero();
  }

  private void pull(String user, String id) {
    String body = "{\"operationName\":\"PullInteraction\",\"id\":\"%s\"}".formatted(id);
    assertThat(demo.client(user).post(TEAM_BIN, body).code()).isZero();
  }

  @Test
  void pullIsToldToTheSubscriberAndToThePuller() {
    String id = demo.park(Medium.CHAT, demo.teamBin());
    RawClient ada = connected("ada");
    RawClient ben = connected("ben");
    subscribe("ada");

    pull("ben", id);

    List<JsonNode> adas = ada.receive(2);
    assertThat(data(adas.get(0), "messageType")).isEqualTo("WorkbinSubscriptionStateChangeMessage");
    assertThat(data(adas.get(1), "messageType")).isEqualTo("WorkbinStateChangeMessage");
    assertThat(data(adas.get(1), "action")).isEqualTo("ItemRemoved");
    assertThat(adas.get(1).path("data").path("revision").asLong())
        .isEqualTo(adas.get(0).path("data").path("revision").asLong() + 1);
    JsonNode bens = ben.receive(1).getFirst();
    assertThat(bens.path("channel").asString()).isEqualTo("/v2/me/chats");
    assertThat(data(bens, "messageType")).isEqualTo("ChatStateChangeMessage");
  }

  @Test
  void subscriptionOutlivesARestartOfTheWholeServer() {
    String id = demo.park(Medium.CHAT, demo.teamBin());
    subscribe("ada");

    demo.restart();
    RawClient ada = connected("ada");
    pull("ben", id);

    assertThat(data(ada.receive(1).getFirst(), "action")).isEqualTo("ItemRemoved");
  }

  @Test
  void endOfTheContactCenterSessionEndsTheSubscription() {
    RawClient before = connected("ada");
    subscribe("ada");
    before.receive(1);

    demo.client("ada").post("/api/v2/me", "{\"operationName\":\"StartContactCenterSession\"}");
    demo.client("ada").post("/api/v2/me", "{\"operationName\":\"EndContactCenterSession\"}");
    RawClient ada = connected("ada");
    pull("ben", demo.park(Medium.CHAT, demo.teamBin()));
    pull("ada", demo.park(Medium.EMAIL, demo.teamBin()));

    assertThat(ada.receive(1))
        .extracting(each -> data(each, "action"))
        .doesNotContain("ItemRemoved");
  }

  private static String data(JsonNode message, String member) {
    return message.path("data").path(member).asString("");
  }
}
