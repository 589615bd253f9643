package org.openworkbin.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.openworkbin.directory.PasswordHashing;
import org.openworkbin.directory.StoredDirectories;
import org.openworkbin.id.IdGenerator;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Starts the server on what is in the store. */
@Command(
    name = "serve",
    description = "Starts the server on what is in the store. An empty one gets an administrator.",
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class)
final class ServeCommand implements Callable<Integer> {
  private final Launch launch;

  @Mixin private final ServerOptions options = new ServerOptions();

  @Spec private @Nullable CommandSpec spec;

  ServeCommand(Launch launch) {
    this.launch = launch;
  }

  @Override
  public Integer call() {
    AtomicReference<Optional<FirstAdministrator>> made = new AtomicReference<>(Optional.empty());
    ConfigurableApplicationContext context =
        launch.server(
            options,
            Map.of(),
            starting ->
                starting.registerBean(
                    FirstLoad.class,
                    () ->
                        new FirstLoad(() ->
                            made.set(
                                FirstAdministrator.ifNobodyIsThere(
                                    starting.getBean(StoredDirectories.class),
                                    starting.getBean(PasswordHashing.class),
                                    starting.getBean(IdGenerator.class))))));
    Server server = new Server(context);
    Output out = Output.of(spec);
    made.get()
        .ifPresent(administrator -> {
          out.line("The store was empty. Log in as its administrator, and keep this password;");
          out.line("it is not shown again:");
          out.line("");
          out.line("    " + administrator.userName() + "  " + administrator.password());
          out.line("");
        });
    out.line("Open Workbin is ready: " + server.url() + "/api/v2");
    out.line("Its page: " + server.url());
    server.await();
    return 0;
  }
}
