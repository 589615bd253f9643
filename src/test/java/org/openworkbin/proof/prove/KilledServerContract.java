package org.openworkbin.proof.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.StoreAudit;
import org.openworkbin.testing.Stores;

/** The packaged program keeps its promises while it is killed, restarted and held up. */
@Timeout(300)
abstract class KilledServerContract {
  private final Dialect dialect;

  KilledServerContract(Dialect dialect) {
    this.dialect = dialect;
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
              Optional.empty());

      Report report = Report.of(outcome);
      assertThat(report.isClean()).as("%s", String.join("\n", report.lines())).isTrue();
      assertThat(outcome.tally().count(Trouble.KILLED)).isPositive();
      assertThat(outcome.tally().count(Trouble.PAUSED)).isPositive();
      assertThat(outcome.tally().count(Trouble.RESTARTED)).isPositive();
      assertThat(StoreAudit.of(store)).isNotEmpty();
    }
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
