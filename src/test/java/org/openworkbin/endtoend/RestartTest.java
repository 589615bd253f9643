package org.openworkbin.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.PushClient;
import org.openworkbin.testing.PushClient.Carrier;
import org.openworkbin.testing.PushClient.Heard;
import org.openworkbin.testing.TestClient.Reply;

/** What users keep when the server is stopped and started again. */
class RestartTest {
  @ParameterizedTest
  @EnumSource(Dialect.class)
  void subscriptionsSeatsAndNumbersGoOn(Dialect dialect) {
    try (DemoServer demo = DemoServer.start(dialect)) {
      Calls calls = new Calls(demo);
      PushClient before = PushClient.listen(demo, Carrier.LONG_POLLING, "ada", "/**");
      Reply seated =
          calls.post(
              "ada",
              "/me",
              "{\"operationName\":\"StartContactCenterSession\",\"place\":\"Desk-9\"}");
      assertThat(seated.status()).isEqualTo(200);
      calls.done("ada", Calls.TEAM_BIN, "Subscribe");
      long last = calls.done("ada", Calls.MY_DESK, "Subscribe");
      long revision = calls.revision("ada", Calls.TEAM_BIN);
      String desk = calls.content("ada", Calls.MY_DESK).get("order").toString();

      demo.restart();

      before.drop();
      assertThat(calls.content("ada", Calls.MY_DESK).get("order").toString()).isEqualTo(desk);
      assertThat(calls.get("dan", Calls.MY_DESK + "?subresources=*").get("workbin").has("revision"))
          .as("whether dan still sits on the desk that ada took")
          .isFalse();
      try (PushClient ada = PushClient.listen(demo, Carrier.WEBSOCKET, "ada", "/**")) {
        long number = calls.done("ben", Calls.TEAM_BIN, "PullChat", "0001DEMOCHAT0001");
        assertThat(number).isGreaterThan(last);

        Heard told = ada.next();
        assertThat(told.data().get("id").stringValue()).isEqualTo(Calls.TEAM);
        assertThat(told.data().get("revision").longValue()).isEqualTo(revision + 1);
        assertThat(ada.all()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void endedSubscriptionStaysEnded(Dialect dialect) {
    try (DemoServer demo = DemoServer.start(dialect)) {
      Calls calls = new Calls(demo);
      calls.done("ada", Calls.TEAM_BIN, "Subscribe");
      calls.done("ada", Calls.TEAM_BIN, "Unsubscribe");

      demo.restart();

      try (PushClient ada = PushClient.listen(demo, Carrier.LONG_POLLING, "ada", "/**")) {
        calls.done("ben", Calls.TEAM_BIN, "PullChat", "0001DEMOCHAT0001");

        assertThat(ada.all()).isEmpty();
      }
    }
  }
}
