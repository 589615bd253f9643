package org.openworkbin.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.PushClient;
import org.openworkbin.testing.PushClient.Carrier;
import org.openworkbin.testing.PushClient.Heard;
import tools.jackson.databind.JsonNode;

/** A client's picture of a bin stays true, over a stream of changes and over any gap in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CatchUpContract {
  private static final List<String> OTHERS = List.of("ben", "cleo", "sue", "admin");
  private static final int ROUNDS = 30;

  private final Dialect dialect;
  private DemoServer demo;
  private Calls calls;
  private Crowd crowd;

  CatchUpContract(Dialect dialect) {
    this.dialect = dialect;
  }

  @BeforeAll
  void start() {
    demo = DemoServer.start(dialect);
    calls = new Calls(demo);
    crowd = new Crowd(demo, calls);
  }

  @AfterAll
  void stop() {
    demo.close();
  }

  @ParameterizedTest
  @EnumSource(Carrier.class)
  void whoWasCutOffEndsWithTheContentOfAFreshSnapshot(Carrier carrier) {
    PushClient cutOff = PushClient.listen(demo, carrier, "ada", "/v2/me/workbins");
    calls.done("ada", Calls.TEAM_BIN, "Subscribe");
    Mirror picture = Mirror.of(calls.content("ada", Calls.TEAM_BIN));
    long before = picture.revision();
    cutOff.drop();

    crowd.work(OTHERS, ROUNDS, System.nanoTime());

    try (PushClient back = PushClient.listen(demo, carrier, "ada", "/**")) {
      catchUp(picture);
      assertThat(picture.revision()).isGreaterThan(before + ROUNDS);
      picture.assertShows(calls.content("ada", Calls.TEAM_BIN));

      crowd.work(OTHERS, 5, System.nanoTime());
      apply(back.all(), picture);
      picture.assertShows(calls.content("ada", Calls.TEAM_BIN));
    }
  }

  @Test
  void snapshotAndStreamTakenInTheMiddleOfACrowdAreTheContent() throws Exception {
    List<String> watchers = List.of("ada", "ben", "cleo", "sue", "admin", "ben");
    List<PushClient> clients = new ArrayList<>();
    for (String watcher : watchers) {
      Carrier carrier = clients.size() % 2 == 0 ? Carrier.LONG_POLLING : Carrier.WEBSOCKET;
      clients.add(PushClient.listen(demo, carrier, watcher, "/**"));
    }
    List<Mirror> pictures = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> working = threads.submit(() -> crowd.work(OTHERS, ROUNDS, System.nanoTime()));
      for (String watcher : watchers) {
        calls.done(watcher, Calls.TEAM_BIN, "Subscribe");
        pictures.add(Mirror.of(calls.content(watcher, Calls.TEAM_BIN)));
      }
      working.get();
    }

    JsonNode fresh = calls.content("ada", Calls.TEAM_BIN);
    for (int i = 0; i < clients.size(); i++) {
      List<Heard> heard = clients.get(i).all();
      assertThat(pictures.get(i).revision()).isLessThan(fresh.get("revision").longValue());
      apply(heard, pictures.get(i));
      pictures.get(i).assertShows(fresh);
      clients.get(i).close();
    }
    List.of("ben", "cleo", "sue", "admin")
        .forEach(user -> calls.done(user, Calls.TEAM_BIN, "Unsubscribe"));
  }

  /** Asks for what was missed, a few at a time. */
  private void catchUp(Mirror picture) {
    JsonNode part;
    do {
      part =
          calls.get(
              "ada",
              "/me/workbins/%s/changes?agentGroup=MyAgentGroup&limit=7&since=%d"
                  .formatted(Calls.TEAM, picture.revision()));
      assertThat(part.get("changes").size()).isBetween(1, 7);
      part.get("changes").forEach(picture::apply);
    } while (part.get("more").booleanValue());
    assertThat(picture.revision()).isEqualTo(part.get("revision").longValue());
  }

  /**
   * Applies what was told of the bin and is newer than the picture. All that was told has to be
   * without a gap and in order, from the subscription on.
   */
  private static void apply(List<Heard> heard, Mirror picture) {
    long last = -1;
    for (Heard told : heard) {
      JsonNode data = told.data();
      if (data.path("messageType").asString().equals("WorkbinStateChangeMessage")
          && data.path("id").asString().equals(Calls.TEAM)) {
        long revision = data.get("revision").longValue();
        if (last >= 0) {
          assertThat(revision).isEqualTo(last + 1);
        }
        last = revision;
        if (revision > picture.revision()) {
          picture.apply(data);
        }
      }
    }
  }
}
