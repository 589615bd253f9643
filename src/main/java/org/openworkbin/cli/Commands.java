package org.openworkbin.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line of the program. Exit codes: 0 done, 1 failed or found something wrong, 2 the
 * command line itself is wrong.
 */
@Command(
    name = "open-workbin",
    description = "An open server for workbins.",
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class,
    synopsisSubcommandLabel = "(demo | serve | import | export | check | load | prove)",
    footer = {
      "",
      "Any setting can be given as an argument, too: --open-workbin.database.url=jdbc:…",
      "",
      "Exit codes: 0 done, 1 failed or found something wrong, 2 wrong command line."
    })
public final class Commands {
  private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

  /** An argument that is a Spring property: its name has a dot in it. */
  private static final Pattern PROPERTY = Pattern.compile("--[a-z][\\w-]*(\\.[\\w-]+)+(=.*)?");

  private Commands() {}

  /**
   * Runs the command that the arguments name; {@code serve} and {@code demo} until they are
   * stopped.
   *
   * @param application the class that Spring Boot starts for the server
   * @return the exit code
   */
  public static int run(Class<?> application, String... arguments) {
    return commandLine(application, arguments).execute(withoutProperties(arguments));
  }

  static CommandLine commandLine(Class<?> application, String... arguments) {
    List<String> properties = properties(arguments);
    CommandLine commandLine = new CommandLine(new Commands());
    commandLine.addSubcommand(new DemoCommand(new Launch(application, properties)));
    commandLine.addSubcommand(new ServeCommand(new Launch(application, properties)));
    commandLine.addSubcommand(new ImportCommand(new Launch(StoreContext.class, properties)));
    commandLine.addSubcommand(new ExportCommand(new Launch(StoreContext.class, properties)));
    commandLine.addSubcommand(new CheckCommand(new Launch(SettingsContext.class, properties)));
    commandLine.addSubcommand(new LoadCommand());
    commandLine.addSubcommand(new ProveCommand());
    commandLine.setParameterExceptionHandler((wrong, _) -> {
      CommandLine command = wrong.getCommandLine();
      command.getErr().println(wrong.getMessage());
      UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
      command
          .getErr()
          .println(
              "%s --help says what there is.".formatted(command.getCommandSpec().qualifiedName()));
      return CommandLine.ExitCode.USAGE;
    });
    commandLine.setExecutionExceptionHandler((failure, command, _) -> {
      LOG.debug("The command failed", failure);
      Failures.sentences(failure).forEach(command.getErr()::println);
      return CommandLine.ExitCode.SOFTWARE;
    });
    return commandLine;
  }

  private static List<String> properties(String... arguments) {
    List<String> properties = new ArrayList<>(List.of(arguments));
    properties.removeIf(argument -> !PROPERTY.matcher(argument).matches());
    return properties;
  }

  static String[] withoutProperties(String... arguments) {
    List<String> rest = new ArrayList<>(List.of(arguments));
    rest.removeIf(argument -> PROPERTY.matcher(argument).matches());
    return rest.toArray(String[]::new);
  }

  /** The version that the jar's manifest tells. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Commands.class.getPackage().getImplementationVersion();
      return new String[] {"Open Workbin " + (version == null ? "(not packaged)" : version)};
    }
  }
}
