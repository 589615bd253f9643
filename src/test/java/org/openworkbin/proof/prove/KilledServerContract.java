package org.openworkbin.proof.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openworkbin.proof.history.Fault;
import org.openworkbin.proof.history.Happening;
import org.openworkbin.proof.history.History;
import org.openworkbin.proof.history.Wish;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.StoreAudit;
import org.openworkbin.testing.Stores;

/**
 * The packaged program keeps its promises while it is killed, restarted and held up, and its store
 * is full.
 */
@Timeout(300)
abstract class KilledServerContract {
  private final Dialect dialect;
  private final Hooks hooks;

  /**
   * @param hooks fill the store and make room again, where that can be done
   */
  KilledServerContract(Dialect dialect, Hooks hooks) {
    this.dialect = dialect;
    this.hooks = hooks;
  }

  @Test
  void killedServerKeepsItsPromises() throws IOException {
    try (Stores store = Stores.fresh(dialect)) {
      int port = freePort();
      Outcome outcome =
          Runs.prove(
              "http://127.0.0.1:" + port,
              Duration.ofSeconds(10),
              1_000,
              Optional.of(command(store, port)),
              hooks,
              Optional.empty());

      Report report = Report.of(outcome);
      assertThat(report.isClean()).as("%s", String.join("\n", report.lines())).isTrue();
      assertThat(outcome.tally().count(Trouble.KILLED)).isPositive();
      assertThat(outcome.tally().count(Trouble.PAUSED)).isPositive();
      assertThat(outcome.tally().count(Trouble.RESTARTED)).isPositive();
      if (hooks.areThere()) {
        assertThat(answersWhileFull(outcome.history())).contains(503).doesNotContain(200);
      }
      assertThat(StoreAudit.of(store)).isNotEmpty();
    }
  }

  /** What was answered to whoever made or parked something while the store was full. */
  private static List<Integer> answersWhileFull(History history) {
    long full = struck(history, Fault.STORE_FULL).at();
    long freed = struck(history, Fault.STORE_FREED).began();
    Set<Long> calls = new HashSet<>();
    List<Integer> answers = new ArrayList<>();
    for (Happening happening : history.happenings()) {
      switch (happening) {
        case Happening.Asked asked when asked.at() > full && isNew(asked) ->
            calls.add(asked.call());
        case Happening.Answered answer when answer.at() < freed && calls.contains(answer.call()) ->
            answers.add(answer.status());
        default -> {}
      }
    }
    return answers;
  }

  private static boolean isNew(Happening.Asked asked) {
    return asked.key().isEmpty()
        && (asked.wish() instanceof Wish.Create || asked.wish() instanceof Wish.Add);
  }

  private static Happening.Struck struck(History history, Fault fault) {
    return history.happenings().stream()
        .filter(each -> each instanceof Happening.Struck struck && struck.fault() == fault)
        .map(Happening.Struck.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /** {@code demo} has the administrator; quick to start, and small: others run beside it. */
  private static String command(Stores store, int port) {
    List<String> line = new ArrayList<>();
    line.add("exec " + Path.of(System.getProperty("java.home"), "bin", "java"));
    line.add("-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx256m");
    line.add("-jar " + System.getProperty("open-workbin.jar"));
    line.add("demo --port=" + port);
    store.properties().forEach((name, value) -> line.add("'--" + name + "=" + value + "'"));
    return String.join(" ", line);
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
