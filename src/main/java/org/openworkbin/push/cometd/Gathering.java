package org.openworkbin.push.cometd;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cometd.server.BayeuxServerImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those receivers whose messages wait a moment for each other. One timer serves all of them: a
 * thousand who hear of the same change wait for the same moment. Thread-safe.
 */
final class Gathering {
  private static final Logger LOG = LoggerFactory.getLogger(Gathering.class);

  private final BayeuxServerImpl server;
  private final long longestMillis;
  private List<Receiver> waiting = new ArrayList<>();

  Gathering(BayeuxServerImpl server, Duration longest) {
    this.server = server;
    this.longestMillis = longest.toMillis();
  }

  /** How long a message waits at most. */
  long longestMillis() {
    return longestMillis;
  }

  /** Has what waits for that receiver sent after so many milliseconds, or a little earlier. */
  synchronized void add(Receiver receiver, long millis) {
    if (waiting.isEmpty()) {
      server.schedule(() -> server.execute(this::send), millis);
    }
    waiting.add(receiver);
  }

  private void send() {
    for (Receiver receiver : taken()) {
      try {
        receiver.sendGathered();
      } catch (RuntimeException e) {
        LOG.warn("What waited for one session could not be sent", e);
      }
    }
  }

  private synchronized List<Receiver> taken() {
    List<Receiver> all = waiting;
    waiting = new ArrayList<>();
    return all;
  }
}
