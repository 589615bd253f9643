package org.openworkbin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openworkbin.proof.client.Agent;
import org.openworkbin.proof.client.Guests;
import org.openworkbin.proof.client.Scene;
import org.openworkbin.proof.client.Server;
import org.openworkbin.proof.client.Stage;
import org.openworkbin.proof.client.StagePlan;
import org.openworkbin.proof.load.LoadPlan;
import org.openworkbin.proof.load.LoadRun;
import org.openworkbin.proof.load.Play;
import org.openworkbin.proof.load.Report;
import org.openworkbin.proof.load.ReportJson;
import org.openworkbin.proof.load.ReportText;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Plays a contact centre against a running server and says how fast it was. */
@Command(
    name = "load",
    description = {
      "Plays a contact centre against a running server, over HTTP and CometD, and says how fast it was.",
      "Not for a server on which people work: they see its workbins, and it takes what it can.",
      ""
    },
    sortOptions = false,
    usageHelpWidth = 120,
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class,
    footer = {
      "",
      "Exit codes: 0 done, 1 operations failed or something was left behind, 2 wrong command line.",
      "What the figures mean: docs/load.md."
    })
final class LoadCommand implements Callable<Integer> {
  private static final int GROUPS_OF_AN_AGENT = 2;

  @Mixin private final ClientOptions client = new ClientOptions();
  @Mixin private final LoadOptions options = new LoadOptions();

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--json",
      arity = "0..1",
      fallbackValue = "-",
      paramLabel = "FILE",
      description = "The figures as JSON, into a file or, without one, instead of the table.")
  private @Nullable String json;

  @Override
  public Integer call() throws IOException {
    LoggingSystem.get(LoadCommand.class.getClassLoader()).beforeInitialize();
    try (Server server = client.server()) {
      boolean own = client.hasAdministrator();
      List<Agent> users = own ? List.of() : client.users(server);
      LoadPlan plan = plan(own ? Optional.empty() : Optional.of(users.size()));
      if (!own && plan.play() == Play.MOVES) {
        throw wrong("Moves are made by a supervisor, whom only an administrator can make.");
      }
      try (Interruption interruption = new Interruption()) {
        return play(plan, own ? stage(server, plan) : Guests.of(users), interruption);
      }
    }
  }

  private int play(LoadPlan plan, Scene scene, Interruption interruption) throws IOException {
    int code = 1;
    try {
      LoadRun run = new LoadRun(plan, scene, this::progress);
      interruption.stops(run::stop);
      Report report = run.run();
      write(report);
      code = report.isClean() ? 0 : 1;
    } finally {
      progress("Removing what was made …");
      List<String> left = scene.remove();
      left.forEach(name -> progress("Left behind: " + name));
      code = left.isEmpty() ? code : 1;
    }
    return code;
  }

  private LoadPlan plan(Optional<Integer> users) {
    try {
      return options.plan(users);
    } catch (IllegalArgumentException why) {
      throw wrong(String.valueOf(why.getMessage()));
    }
  }

  private Stage stage(Server server, LoadPlan plan) {
    Agent administrator = client.administrator(server);
    String prefix = client.prefix("load");
    progress(
        "Making %d agents in %d groups, named %s-… …"
            .formatted(plan.agents(), plan.groups(), prefix));
    int each = plan.play() == Play.DESK ? GROUPS_OF_AN_AGENT : plan.groups();
    return Stage.build(administrator, new StagePlan(prefix, plan.agents(), plan.groups(), each, 0));
  }

  private void write(Report report) throws IOException {
    Output out = Output.of(spec);
    if ("-".equals(json)) {
      out.line(ReportJson.of(report));
      return;
    }
    out.line("");
    ReportText.of(report).forEach(out::line);
    if (json != null) {
      Files.writeString(Path.of(json), ReportJson.of(report) + "\n");
    }
  }

  /** To where errors go, so that the output is nothing but the report. */
  private void progress(String line) {
    if (spec != null) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(line);
      err.flush();
    }
  }

  private ParameterException wrong(String why) {
    if (spec == null) {
      throw new IllegalStateException("the command does not run");
    }
    return new ParameterException(spec.commandLine(), why);
  }
}
