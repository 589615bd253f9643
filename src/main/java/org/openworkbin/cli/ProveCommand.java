package org.openworkbin.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openworkbin.proof.client.Server;
import org.openworkbin.proof.history.History;
import org.openworkbin.proof.history.HistoryFile;
import org.openworkbin.proof.prove.Hooks;
import org.openworkbin.proof.prove.Prove;
import org.openworkbin.proof.prove.ProveSettings;
import org.openworkbin.proof.prove.Report;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Has a crowd work on a running server while faults are made, and says what it promised and kept.
 */
@Command(
    name = "prove",
    description = {
      "Lets a crowd work on a running server, makes faults meanwhile, records what everybody asked,",
      "was answered and was told, and checks the promises on it. The crowd has users, groups and",
      "workbins of its own, which are removed in the end.",
      "",
      "Exit codes: 0 all promises kept, 1 one broken or not checked, 2 wrong command line.",
      ""
    },
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class)
final class ProveCommand implements Callable<Integer> {
  private static final int MOST_AGENTS = 500;

  /** The history is kept in memory until it is judged. */
  private static final int MOST_MINUTES = 240;

  private static final double MINUTE_MS = 60_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Mixin private final ClientOptions client = new ClientOptions();

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--minutes", paramLabel = "N", description = "How long. Default: 1; may be 0.5.")
  private double minutes = 1;

  @Option(names = "--agents", paramLabel = "N", description = "How many work. Default: 12.")
  private int agents = 12;

  @Option(names = "--groups", paramLabel = "N", description = "In how many groups. Default: 3.")
  private int groups = 3;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Repeats the choices of a run that printed it. Default: another each time.")
  private long seed = System.nanoTime() % 1_000_000_000L;

  @Option(
      names = "--server",
      paramLabel = "COMMAND",
      description = {
        "Starts the server itself, by /bin/sh, and kills, stops, pauses and restarts it. It has to",
        "listen at the URL: \"java -jar open-workbin.jar serve --data DIR --port 8090\"."
      })
  private @Nullable String server;

  @Option(
      names = "--database",
      paramLabel = "COMMAND",
      description = {
        "Starts the server's PostgreSQL itself, in the foreground (\"postgres -D DIR\"), and kills",
        "all its processes now and then."
      })
  private @Nullable String database;

  @Option(
      names = "--full",
      paramLabel = "COMMAND",
      description = {
        "Fills the server's store until nothing more can be written. Needs --relieve.",
        "With --server, SERVER_PID is the server's process."
      })
  private @Nullable String full;

  @Option(names = "--relieve", paramLabel = "COMMAND", description = "Makes room again.")
  private @Nullable String relieve;

  @Option(
      names = "--history",
      paramLabel = "FILE",
      description = "Writes what happened into this file, one JSON text a line.")
  private @Nullable Path history;

  @Option(
      names = "--check",
      paramLabel = "FILE",
      description = "Only judges what a run has written with --history; needs no URL.")
  private @Nullable Path check;

  @Override
  public Integer call() throws IOException {
    LoggingSystem.get(ProveCommand.class.getClassLoader()).beforeInitialize();
    Output out = Output.of(spec);
    Report report = check == null ? run(out) : Report.of(read(check));
    report.lines().forEach(out::line);
    return report.isClean() ? 0 : 1;
  }

  private static History read(Path file) {
    try {
      return HistoryFile.read(file);
    } catch (IOException e) {
      throw new CommandException("the history can't be read: " + e.getMessage());
    }
  }

  private Report run(Output out) throws IOException {
    ProveSettings settings = settings();
    if (!client.hasAdministrator()) {
      throw client.wrong("Whoever proves needs an administrator: --admin NAME:PASSWORD.");
    }
    try (Interruption interruption = new Interruption();
        Server target = client.server()) {
      out.line("Repeat this run with --seed=" + seed);
      Prove prove = new Prove(client.administrator(target), settings, out::line);
      interruption.stops(prove::stop);
      return Report.of(prove.run());
    }
  }

  private ProveSettings settings() {
    if (agents < 2 || agents > MOST_AGENTS || groups < 2 || groups > agents) {
      throw client.wrong(
          "There are 2 to %d agents, and 2 groups or more, not more than agents."
              .formatted(MOST_AGENTS));
    }
    if (!(minutes > 0 && minutes <= MOST_MINUTES)) {
      throw client.wrong(
          "The minutes are a number above 0, and %d at most.".formatted(MOST_MINUTES));
    }
    if ((full == null) != (relieve == null)) {
      throw client.wrong("--full and --relieve go together.");
    }
    return new ProveSettings(
        client.prefix("prove"),
        Duration.ofMillis(Math.round(minutes * MINUTE_MS)),
        0,
        agents,
        groups,
        seed,
        Optional.ofNullable(server),
        Optional.ofNullable(database),
        new Hooks(Optional.ofNullable(full), Optional.ofNullable(relieve)),
        PATIENCE,
        Optional.ofNullable(history),
        "prove --minutes=%s --agents=%d --groups=%d --seed=%d"
            .formatted(minutes, agents, groups, seed));
  }
}
