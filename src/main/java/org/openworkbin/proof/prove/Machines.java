package org.openworkbin.proof.prove;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openworkbin.proof.client.Agent;
import org.openworkbin.proof.client.Response;
import org.openworkbin.proof.client.UnusableServerException;

/**
 * The server, and perhaps its database, as programs that {@code prove} has started itself: it may
 * kill them. Closing it kills both. Used by one thread at a time.
 */
final class Machines implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration SOON = Duration.ofMillis(500);
  private static final int DATABASE_TRIES = 60;
  private static final long LOOK_EVERY_MS = 50;
  private static final String VERSION = "/api/v2/diagnostics/version";

  private final Agent asker;
  private final Optional<String> serverCommand;
  private final Optional<String> databaseCommand;
  private @Nullable Child serverProcess;
  private @Nullable Child databaseProcess;

  /**
   * @param asker asks whether the server is there
   * @param serverCommand starts the server; without it, it runs already
   * @param databaseCommand starts its database
   */
  Machines(Agent asker, Optional<String> serverCommand, Optional<String> databaseCommand) {
    this.asker = asker;
    this.serverCommand = serverCommand;
    this.databaseCommand = databaseCommand;
  }

  /** Starts what there is to start, and returns when the server answers. */
  void start() {
    if (serverCommand.isPresent() && answers()) {
      throw new UnusableServerException(
          "Something answers there already; with --server, prove starts the server itself.");
    }
    startDatabase();
    startServer();
  }

  /** Starts the server, and returns when it answers. */
  void startServer() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    serverCommand.ifPresent(command -> serverProcess = Child.start(command));
    while (!answers()) {
      Child child = serverProcess;
      if (System.nanoTime() > end) {
        throw new UnusableServerException("The server does not answer." + words(child));
      }
      // One that finds its database away, or the store in use by the one that died, is tried again.
      if (child != null && !child.isAlive()) {
        child.close();
        Waiting.millis(LOOK_EVERY_MS * 10);
        serverProcess = Child.start(serverCommand.orElseThrow());
      }
      Waiting.millis(LOOK_EVERY_MS);
    }
  }

  private static String words(@Nullable Child child) {
    List<String> last = child == null ? List.of() : child.lastWords();
    return last.isEmpty() ? "" : " It said:\n" + String.join("\n", last);
  }

  private boolean answers() {
    return asker.get(VERSION) instanceof Response.Reply reply && reply.status() == 200;
  }

  /** What the server says it is. */
  String version() {
    return asker.get(VERSION) instanceof Response.Reply reply
        ? reply.json().path("version").asString("unknown")
        : "unknown";
  }

  /** The number of the server's process, where it was started here. */
  Optional<Long> serverPid() {
    return Optional.ofNullable(serverProcess).map(Child::pid);
  }

  boolean hasServer() {
    return serverCommand.isPresent();
  }

  boolean hasDatabase() {
    return databaseCommand.isPresent();
  }

  /** Kills the server. */
  void killServer() {
    Optional.ofNullable(serverProcess).ifPresent(Child::kill);
  }

  /** Stops the server as an operator does. */
  void stopServer() {
    Optional.ofNullable(serverProcess).ifPresent(Child::terminate);
  }

  /** Holds the server up, as a long pause of its machine does. */
  void pauseServer() {
    Optional.ofNullable(serverProcess).ifPresent(Child::pause);
  }

  void continueServer() {
    Optional.ofNullable(serverProcess).ifPresent(Child::resume);
  }

  /** Kills the database, all its processes at once. */
  void killDatabase() {
    Optional.ofNullable(databaseProcess).ifPresent(Child::kill);
  }

  void startDatabase() {
    databaseProcess = databaseCommand.map(Machines::untilItStays).orElse(null);
  }

  /** A database that finds its old self not quite gone ends, and is started again. */
  private static Child untilItStays(String command) {
    Child child = Child.start(command);
    for (int i = 0; i < DATABASE_TRIES && endsSoon(child); i++) {
      child.close();
      child = Child.start(command);
    }
    return child;
  }

  private static boolean endsSoon(Child child) {
    return Waiting.until(() -> !child.isAlive(), SOON);
  }

  @Override
  public void close() {
    Optional.ofNullable(serverProcess).ifPresent(Child::close);
    Optional.ofNullable(databaseProcess).ifPresent(Child::close);
  }
}
