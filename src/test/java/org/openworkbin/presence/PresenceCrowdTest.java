package org.openworkbin.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openworkbin.directory.Seats;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.AtOnce;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.PushClient;
import org.openworkbin.testing.PushClient.Carrier;
import org.openworkbin.testing.PushClient.Heard;

/** An agent, his other windows and his supervisor, all at his channels at once. */
class PresenceCrowdTest {
  private static final int THREADS = 8;
  private static final int ROUNDS = 10;
  private static final List<String> OPERATIONS =
      List.of("Ready", "NotReady", "AfterCallWork", "DoNotDisturbOn", "DoNotDisturbOff");

  @ParameterizedTest
  @EnumSource
  void whatWasToldLastIsWhatHeIsAndWhatTheStoreHas(Dialect dialect) throws Exception {
    try (DemoServer demo = DemoServer.start(dialect)) {
      Desk ada = new Desk(demo, "ada");
      Desk sue = new Desk(demo, "sue");
      String hers = "/users/" + demo.user("ada").value() + "/channels/chat";
      ada.start("voice", "chat");
      try (PushClient adas = PushClient.listen(demo, Carrier.LONG_POLLING, "ada", "/v2/me/*")) {
        AtOnce.run(
            THREADS,
            thread -> {
              for (int round = 0; round < ROUNDS; round++) {
                switch (thread % 3) {
                  case 0 -> ada.does("/me/channels/chat", operation(thread, round));
                  case 1 -> ada.does("/me", operation(thread, round));
                  default -> sue.does(hers, round % 2 == 0 ? "Ready" : "NotReady");
                }
              }
              return thread;
            });

        List<Heard> told =
            adas.all().stream()
                .filter(heard -> heard.channel().equals("/v2/me/channels"))
                .filter(heard -> heard.data().toString().contains("\"chat\""))
                .toList();
        assertThat(told).hasSize(THREADS * ROUNDS);
        assertThat(told.getLast().data().path("channels")).contains(ada.channel("chat"));
      }
      var before = ada.client().get("/api/v2/me/channels?fields=*").text();

      demo.restart();

      assertThat(ada.client().get("/api/v2/me/channels?fields=*").text()).isEqualTo(before);
    }
  }

  private static String operation(int thread, int round) {
    return OPERATIONS.get((thread + round) % OPERATIONS.size());
  }

  @ParameterizedTest
  @EnumSource
  void withoutASessionNothingIsKeptHoweverBeginningsAndEndsMeet(Dialect dialect) throws Exception {
    try (DemoServer demo = DemoServer.start(dialect)) {
      Desk ada = new Desk(demo, "ada");
      AtOnce.run(
          THREADS,
          thread -> {
            for (int round = 0; round < ROUNDS; round++) {
              var _ = thread % 2 == 0 ? ada.start("voice", "chat") : ada.end();
            }
            return thread;
          });

      assertThat(demo.part(StateStore.class).load().containsKey(demo.user("ada")))
          .isEqualTo(demo.part(Seats.class).hasSession(demo.user("ada")));
    }
  }
}
