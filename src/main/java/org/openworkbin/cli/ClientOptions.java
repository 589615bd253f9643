package org.openworkbin.cli;

import java.io.Console;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openworkbin.proof.client.Agent;
import org.openworkbin.proof.client.Server;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The options of commands that are clients of a running server. */
final class ClientOptions {
  private static final String PASSWORD = "OPEN_WORKBIN_PASSWORD";
  private static final int RANDOM_LETTERS = 5;
  private static final int LETTERS = 26;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  private @Nullable URI url;
  private @Nullable String administrator;
  private @Nullable Path users;
  private String prefix = "";

  @Parameters(
      paramLabel = "URL",
      arity = "0..1",
      description = "The server, http://localhost:8090 for instance.")
  void setUrl(String text) {
    try {
      URI uri = URI.create(text);
      if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
        url = uri;
        return;
      }
    } catch (IllegalArgumentException _) {
      // Told below, like every other text that is no such URL.
    }
    throw wrong("The URL of a server is like http://localhost:8090, not '" + text + "'.");
  }

  @Option(
      names = "--admin",
      paramLabel = "NAME[:PASSWORD]",
      description = {
        "An administrator. Users, groups and bins are made under a prefix and removed afterwards.",
        "Without a password that of the environment's " + PASSWORD + " is taken, or asked for."
      })
  void setAdministrator(String text) {
    administrator = text;
  }

  @Option(
      names = "--users",
      paramLabel = "FILE",
      description = {
        "Instead of an administrator: users who are there, each line a name and a password.",
        "They use the shared bins that they see, and touch no item that they have not made."
      })
  void setUsers(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw wrong("The file " + file + " can't be read.");
    }
    users = file;
  }

  @Option(
      names = "--prefix",
      paramLabel = "TEXT",
      description = "What the names of all that is made begin with. Default: a new one each time.")
  void setPrefix(String text) {
    if (!text.matches("[A-Za-z][A-Za-z0-9-]{0,31}")) {
      throw wrong("A prefix is 1 to 32 letters, digits and hyphens, and begins with a letter.");
    }
    prefix = text;
  }

  /** The server; whoever asks closes it. */
  Server server() {
    if (url == null) {
      throw wrong("The URL of a server is needed.");
    }
    return Server.at(url);
  }

  /** Whether an administrator makes what is needed. */
  boolean hasAdministrator() {
    if (administrator == null && users == null) {
      throw wrong("Who plays? Give --admin NAME:PASSWORD, or --users FILE.");
    }
    if (administrator != null && users != null) {
      throw wrong("Either --admin or --users can be given, not both.");
    }
    return administrator != null;
  }

  Agent administrator(Server server) {
    String text = String.valueOf(administrator);
    int colon = text.indexOf(':');
    return colon < 0
        ? server.agent(text, password(text))
        : server.agent(text.substring(0, colon), text.substring(colon + 1));
  }

  private String password(String name) {
    String known = System.getenv(PASSWORD);
    if (known != null) {
      return known;
    }
    return Optional.ofNullable(System.console())
        .filter(Console::isTerminal)
        .map(console -> console.readPassword("Password of %s: ", name))
        .map(String::new)
        .orElseThrow(() ->
            wrong(
                "The password of %s is needed: --admin NAME:PASSWORD, or %s."
                    .formatted(name, PASSWORD)));
  }

  /** The users of the file. */
  List<Agent> users(Server server) throws IOException {
    List<Agent> agents = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(users == null ? Path.of("") : users)) {
      number++;
      String text = line.strip();
      if (!text.isEmpty() && !text.startsWith("#")) {
        String[] parts = text.split("\\s+", 2);
        if (parts.length < 2) {
          throw new CommandException(
              "line %d of %s is not a name and a password".formatted(number, users));
        }
        agents.add(server.agent(parts[0], parts[1]));
      }
    }
    if (agents.isEmpty()) {
      throw new CommandException("there are no users in " + users);
    }
    return agents;
  }

  /** As it was given, or a new one that begins with this word. */
  String prefix(String word) {
    if (!prefix.isEmpty()) {
      return prefix;
    }
    SecureRandom random = new SecureRandom();
    StringBuilder text = new StringBuilder(word.toLowerCase(Locale.ROOT)).append('-');
    for (int i = 0; i < RANDOM_LETTERS; i++) {
      text.append((char) ('a' + random.nextInt(LETTERS)));
    }
    return text.toString();
  }

  /** Says what is wrong with the command line. */
  ParameterException wrong(String why) {
    if (command == null) {
      throw new IllegalStateException("the options belong to no command");
    }
    return new ParameterException(command.commandLine(), why);
  }
}
