package org.openworkbin.proof.client;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A running server as clients reach it. All agents share its connections, and all listeners one
 * CometD client with few threads. Closing it closes all of that; nobody is logged out by it.
 * Thread-safe.
 */
public final class Server implements AutoCloseable {
  /** How long an answer is waited for, unless said. */
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI base;
  private final Connections connections;
  private @Nullable PushPool push;

  private Server(URI base, Duration patience) {
    this.base = base;
    this.connections = new Connections(base, patience);
  }

  /**
   * The server at that address; nothing is asked yet.
   *
   * @param base scheme, host and perhaps port; a path is not looked at
   */
  public static Server at(URI base) {
    return at(base, PATIENCE);
  }

  /** The same; whoever gets no answer for that long gives up. */
  public static Server at(URI base, Duration patience) {
    return new Server(base, patience);
  }

  /** Somebody who asks this server; whether there is such a user shows with his first call. */
  public Agent agent(String userName, String password) {
    return new Agent(this, userName, password);
  }

  public URI base() {
    return base;
  }

  /** Host and port as they stand in a URL. */
  String authority() {
    return Objects.requireNonNull(base.getRawAuthority());
  }

  Connections connections() {
    return connections;
  }

  synchronized PushPool push() {
    if (push == null) {
      push = PushPool.start();
    }
    return push;
  }

  @Override
  public synchronized void close() {
    connections.close();
    if (push != null) {
      push.close();
      push = null;
    }
  }
}
