package org.openworkbin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openworkbin.center.CenterFileException;
import org.openworkbin.center.ImportPlan;
import org.openworkbin.center.Problem;
import org.openworkbin.center.Verdict;
import org.openworkbin.directory.PasswordHashing;
import org.openworkbin.directory.PasswordRules;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Loads a contact-centre file into a stopped store. */
@Command(
    name = "import",
    description = {
      "Loads or updates a contact centre from a YAML file; the server has to be stopped.",
      "Nothing is ever removed. A file with a problem changes nothing."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class)
final class ImportCommand implements Callable<Integer> {
  /** Beyond that a reader learns nothing more, and the last line would be out of sight. */
  private static final int MOST_PROBLEMS = 100;

  private final Launch launch;

  @Mixin private final CommonOptions options = new CommonOptions();

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--dry-run", description = "Only prints what would change.")
  private boolean dryRun;

  @Parameters(paramLabel = "FILE", description = "The contact centre; see docs/contact-centre.md.")
  private @Nullable Path file;

  ImportCommand(Launch launch) {
    this.launch = launch;
  }

  @Override
  public Integer call() throws IOException {
    if (file == null || spec == null) {
      throw new IllegalStateException("the command line gives the file");
    }
    String yaml = text(file);
    try (ConfigurableApplicationContext context = launch.withoutWeb(options)) {
      StoreBeans beans = new StoreBeans(context);
      ImportPlan plan =
          beans
              .planner()
              .plan(
                  yaml,
                  context.getBean(PasswordHashing.class),
                  context.getBean(PasswordRules.class));
      if (!dryRun) {
        beans.apply(plan);
      }
      print(plan);
      return 0;
    } catch (CenterFileException wrong) {
      print(wrong.problems(), spec.commandLine().getErr());
      return 1;
    }
  }

  private void print(List<Problem> problems, PrintWriter err) {
    problems.stream()
        .limit(MOST_PROBLEMS)
        .forEach(
            problem -> err.println("%s:%d: %s".formatted(file, problem.line(), problem.text())));
    if (problems.size() > MOST_PROBLEMS) {
      err.println("... and %,d more.".formatted(problems.size() - MOST_PROBLEMS));
    }
    err.println("Nothing was written.");
  }

  private void print(ImportPlan plan) {
    Output out = Output.of(spec);
    for (Verdict verdict : plan.verdicts()) {
      if (dryRun || !verdict.isUnchanged()) {
        out.line(verdict.toString());
      }
    }
    long unchanged = plan.verdicts().stream().filter(Verdict::isUnchanged).count();
    long added = plan.verdicts().stream().filter(Verdict::added).count();
    long changed = plan.verdicts().size() - added - unchanged;
    out.line(
        plan.isEmpty()
            ? "Nothing to change: the store has all of it."
            : "%s: %d added, %d changed, %d unchanged, none removed (an import never removes)."
                .formatted(dryRun ? "This would be" : "Done", added, changed, unchanged));
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(CommonOptions.readable(file, "file"));
    } catch (CharacterCodingException _) {
      throw new CommandException("the file " + file + " is not UTF-8");
    }
  }
}
