package org.openworkbin.push.cometd;

import org.cometd.bayeux.server.ServerSession;
import org.cometd.server.BayeuxServerImpl;
import org.cometd.server.ServerSessionImpl;
import org.springframework.context.SmartLifecycle;

/**
 * Answers all held polls when the server stops, so that a graceful stop does not wait for them, and
 * asks the clients to come back a little later.
 */
final class HeldPolls implements SmartLifecycle {
  private static final long COME_BACK_AFTER_MILLIS = 2_000;

  private final BayeuxServerImpl server;
  private volatile boolean running;

  HeldPolls(BayeuxServerImpl server) {
    this.server = server;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    for (ServerSession session : server.getSessions()) {
      session.setTimeout(0);
      session.setInterval(COME_BACK_AFTER_MILLIS);
      ((ServerSessionImpl) session).flush();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Stops first: before the web server begins to wait for requests that are under way. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
