package org.openworkbin.proof.prove;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.openworkbin.proof.client.Server;

/** Short runs against servers that have the demo's administrator. */
final class Runs {
  static final Hooks NO_HOOKS = new Hooks(Optional.empty(), Optional.empty());
  private static final int AGENTS = 8;
  private static final int GROUPS = 3;

  /** How long it is waited for what a server that keeps its promises does, however slow it is. */
  private static final Duration LONG = Duration.ofSeconds(60);

  /** How long it is waited for what a broken server never does. */
  private static final Duration SHORT = Duration.ofSeconds(10);

  private Runs() {}

  /** A run with so many calls, however slow the machine is. */
  static Outcome prove(String url, long calls, Optional<Path> history) throws IOException {
    return prove(url, Duration.ofSeconds(2), calls, Optional.empty(), NO_HOOKS, LONG, history);
  }

  /** The same against a server that breaks a promise. */
  static Outcome refute(String url, long calls) throws IOException {
    Optional<Path> nowhere = Optional.empty();
    return prove(url, Duration.ofSeconds(2), calls, Optional.empty(), NO_HOOKS, SHORT, nowhere);
  }

  /** A run that starts the server itself, where a command is given. */
  static Outcome prove(
      String url,
      Duration length,
      long calls,
      Optional<String> server,
      Hooks hooks,
      Optional<Path> history)
      throws IOException {
    return prove(url, length, calls, server, hooks, LONG, history);
  }

  private static Outcome prove(
      String url,
      Duration length,
      long calls,
      Optional<String> server,
      Hooks hooks,
      Duration patience,
      Optional<Path> history)
      throws IOException {
    long seed = Long.getLong("prove.seed", System.nanoTime());
    System.out.println("Again with -Dprove.seed=" + seed);
    ProveSettings settings =
        new ProveSettings(
            "prove-test",
            length,
            calls,
            AGENTS,
            GROUPS,
            seed,
            server,
            Optional.empty(),
            hooks,
            patience,
            history,
            "a test");
    try (Server target = Server.at(URI.create(url))) {
      return new Prove(target.agent("admin", "demo"), settings, _ -> {}).run();
    }
  }
}
