package org.openworkbin.proof.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openworkbin.ledger.Medium;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.AtOnce;
import org.openworkbin.testing.DemoServer;
import tools.jackson.databind.JsonNode;

/** Listeners by both carriers. */
class ListenerTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String TEAM =
      "/api/v2/me/workbins/6c715fa9-de16-4d23-b07c-cbcb1caf3e07?agentGroup=MyAgentGroup";

  private static DemoServer demo;
  private static Server server;

  @BeforeAll
  static void start() {
    // Who vanishes is waited for.
    demo =
        DemoServer.start(
            Dialect.SQLITE,
            Map.of("open-workbin.push.hold", "2s", "open-workbin.push.max-interval", "3s"));
    server = Server.at(URI.create(demo.url()));
  }

  @AfterAll
  static void stop() {
    server.close();
    demo.close();
  }

  @ParameterizedTest
  @EnumSource
  void theFirstOfAServerMayComeAtOnce(Carrier carrier) throws Exception {
    for (int round = 0; round < 5; round++) {
      try (Server fresh = Server.at(URI.create(demo.url()))) {
        Agent ada = fresh.agent("ada", "demo");
        List<String> channels = List.of("/v2/me/workbins");
        List<Listener> listeners =
            AtOnce.run(4, _ -> Listener.open(ada, carrier, channels, new Notes()));

        for (Listener listener : listeners) {
          assertThat(listener.awaitOpen(LIMIT)).isTrue();
        }
        listeners.forEach(Listener::vanish);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void hearsAgainAfterItsConnectionWasCut(Carrier carrier) throws InterruptedException {
    Notes notes = new Notes();
    Agent ada = server.agent("ada", "demo");
    try (Listener listener = Listener.open(ada, carrier, List.of("/v2/me/workbins"), notes)) {
      assertThat(listener.awaitOpen(LIMIT)).isTrue();
      ada.post(TEAM, "{\"operationName\":\"Subscribe\"}");
      await().atMost(LIMIT).until(() -> !notes.heard.isEmpty());

      listener.cut();
      await().atMost(LIMIT).until(() -> notes.lost.get() > 0 && notes.there.get() > 1);
      int before = notes.heard.size();
      demo.park(Medium.WORKITEM, demo.teamBin());

      await().atMost(LIMIT).until(() -> notes.heard.size() > before);
      Heard last = notes.heard.stream().reduce((_, next) -> next).orElseThrow();
      assertThat(last.channel()).isEqualTo("/v2/me/workbins");
      assertThat(last.data()).containsEntry("action", "ItemAdded");
    }
  }

  @ParameterizedTest
  @EnumSource
  void sessionOfWhoVanishesEnds(Carrier carrier) throws InterruptedException {
    Agent ben = server.agent("ben", "demo");
    Listener listener = Listener.open(ben, carrier, List.of("/v2/me/*"), _ -> {});
    assertThat(listener.awaitOpen(LIMIT)).isTrue();
    assertThat(isConnected("ben")).isTrue();

    listener.vanish();

    await().atMost(LIMIT.multipliedBy(2)).until(() -> !isConnected("ben"));
  }

  private static boolean isConnected(String user) {
    for (JsonNode session : demo.client("admin").get("/api/v2/sessions").json().path("sessions")) {
      if (session.path("kind").asString().equals("cometd")
          && session.path("userName").asString().equals(user)) {
        return true;
      }
    }
    return false;
  }

  private static final class Notes implements Ear {
    private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicInteger there = new AtomicInteger();

    @Override
    public void heard(Heard message) {
      heard.add(message);
    }

    @Override
    public void opened() {
      there.incrementAndGet();
    }

    @Override
    public void back() {
      there.incrementAndGet();
    }

    @Override
    public void lost(String why) {
      lost.incrementAndGet();
    }
  }
}
