package org.openworkbin.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openworkbin.center.ImportPlan;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.PasswordHashing;
import org.openworkbin.directory.PasswordRules;
import org.openworkbin.directory.PasswordSettings;
import org.openworkbin.directory.StoredDirectories;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Starts the server with the demo contact centre, for this machine only. */
@Command(
    name = "demo",
    description = {
      "Starts the server with the demo contact centre, on 127.0.0.1 only.",
      "A store that is not empty is left as it is."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class)
final class DemoCommand implements Callable<Integer> {
  private static final String FILE = "/demo/contact-centre.yaml";

  /** They are told to everybody, and easy to type. */
  static final PasswordRules SHORT_PASSWORDS = new PasswordRules(new PasswordSettings(1));

  private final Launch launch;

  @Mixin private final ServerOptions options = new ServerOptions();

  @Spec private @Nullable CommandSpec spec;

  DemoCommand(Launch launch) {
    this.launch = launch;
  }

  @Override
  public Integer call() {
    Server server =
        new Server(
            launch.server(
                options,
                Map.of("open-workbin.address", "127.0.0.1"),
                context ->
                    context.registerBean(
                        FirstLoad.class, () -> new FirstLoad(() -> load(context)))));
    Output out = Output.of(spec);
    DemoText.lines(server.url()).forEach(out::line);
    server.await();
    return 0;
  }

  /**
   * Loads an empty store. One whose directory is the demo's gets the interactions that it never
   * had, which are some only where an earlier start was cut off.
   */
  static void load(ApplicationContext context) {
    StoreBeans beans = new StoreBeans(context);
    Directory stored = context.getBean(StoredDirectories.class).now();
    ImportPlan plan = beans.planner().plan(text(), PasswordHashing.cheap(), SHORT_PASSWORDS);
    if (stored.version() == 0 || plan.change().isEmpty()) {
      beans.apply(plan);
    }
  }

  /** The contact centre as a file. */
  static String text() {
    try (InputStream file = Objects.requireNonNull(DemoCommand.class.getResourceAsStream(FILE))) {
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
