package org.openworkbin.presence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.Golden;
import org.openworkbin.testing.PushClient;
import org.openworkbin.testing.PushClient.Carrier;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;

/** What those do with an agent's channels who look after him. */
class SupervisorControlTest {
  private static DemoServer demo;

  private final Desk ada = new Desk(demo, "ada");
  private final Desk sue = new Desk(demo, "sue");
  private final String hers = "/users/" + demo.user("ada").value();

  @BeforeAll
  static void start() {
    demo = DemoServer.start();
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @AfterEach
  void goHome() {
    ada.end();
  }

  @Test
  void theAgentIsWhatHisSupervisorMakesHimAndIsTold() {
    ada.start("voice", "chat");
    try (PushClient adas =
        PushClient.listen(demo, Carrier.LONG_POLLING, "ada", "/v2/me/channels")) {
      sue.does(hers + "/channels/chat", "Ready");
      assertThat(ada.is("chat")).isEqualTo("Ready");
      sue.does(hers + "/channels/chat", "NotReady");
      assertThat(ada.is("chat")).isEqualTo("Not Ready");
      sue.does(hers + "/channels/chat", "Offline");
      assertThat(ada.is("chat")).isEqualTo("Offline");

      adas.next();
      adas.next();
      Golden.assertSame(adas.next().data(), "push-channel-offline");
    }
    assertThat(ada.is("voice")).isEqualTo("Not Ready");
  }

  @Test
  void theAdministratorLooksAfterEverybody() {
    ada.start("chat");

    new Desk(demo, "admin").does(hers + "/channels/chat", "Ready");

    assertThat(ada.is("chat")).isEqualTo("Ready");
  }

  @Test
  void anUnknownUserIsNotFoundWhateverHisIdLooksLike() {
    for (String id : new String[] {"nobody", "a%20b", "%7B%7D", "x".repeat(65)}) {
      TestClient.Reply reply = sue.client().get("/api/v2/users/" + id + "/channels");

      assertThat(reply.status()).as(id).isEqualTo(404);
      assertThat(reply.code()).as(id).isEqualTo(6);
    }
  }

  @Test
  void whoLooksAfterAnAgentSeesWhatTheAgentSees() {
    ada.start("voice", "chat");

    for (String what : new String[] {"/channels?fields=*", "/devices?fields=*", "/channels/chat"}) {
      assertThat(sue.client().get("/api/v2" + hers + what).text())
          .isEqualTo(ada.client().get("/api/v2/me" + what).text());
    }
    assertThat(sue.client().get("/api/v2" + hers + "/channels").text())
        .contains("\"http://localhost/api/v2" + hers + "/channels/chat\"");
  }

  @Test
  void othersAreRefused() {
    ada.start("chat");
    Desk dan = new Desk(demo, "dan");

    Reply reply = dan.on(hers + "/channels/chat", "Ready");
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.code()).isEqualTo(5);
    assertThat(dan.client().get("/api/v2" + hers + "/channels").code()).isEqualTo(5);
    assertThat(dan.client().get("/api/v2" + hers + "/channels/smoke").code()).isEqualTo(5);
    assertThat(dan.client().get("/api/v2" + hers + "/devices").code()).isEqualTo(5);
    assertThat(sue.client().get("/api/v2/users/nobody/channels").status()).isEqualTo(404);
    assertThat(ada.is("chat")).isEqualTo("Not Ready");
  }

  @Test
  void aSupervisorHasThreeOperationsAndNeedsAnAgentAtWork() {
    assertThat(sue.on(hers + "/channels/chat", "Ready").code()).isEqualTo(2);

    ada.start("chat");

    assertThat(sue.on(hers + "/channels/chat", "AfterCallWork").code()).isEqualTo(2);
    assertThat(sue.on(hers + "/channels/chat", "DoNotDisturbOn").code()).isEqualTo(2);
    assertThat(sue.on(hers + "/channels/email", "Ready").code()).isEqualTo(2);
    assertThat(sue.on(hers + "/channels/smoke", "Ready").code()).isEqualTo(6);
  }
}
