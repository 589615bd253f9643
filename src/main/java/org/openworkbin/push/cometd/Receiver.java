package org.openworkbin.push.cometd;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import org.cometd.bayeux.ChannelId;
import org.cometd.bayeux.Promise;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.server.BayeuxServerImpl;
import org.cometd.server.ServerSessionImpl;
import org.openworkbin.http.OpenConnections.Connection;
import org.openworkbin.id.UserId;
import org.openworkbin.push.Topic;

/**
 * One CometD session as a receiver: what it listens to, and how its messages are gathered. A
 * message goes out at once where none went just before; those that come thick wait for each other a
 * moment.
 *
 * <p>CometD's own means for this, lazy messages, can leave one behind: a prompt message stops the
 * timer of a lazy one, and the next lazy one believes that it still runs.
 */
final class Receiver {
  private final BayeuxServerImpl server;
  private final ServerSessionImpl session;
  private final Opening opening;
  private final InstantSource clock;
  private final long batchMillis;
  private volatile Set<Topic> topics = EnumSet.noneOf(Topic.class);
  private long lastMillis;
  private boolean gathering;

  Receiver(
      BayeuxServerImpl server,
      ServerSessionImpl session,
      Opening opening,
      InstantSource clock,
      Duration batch) {
    this.server = server;
    this.session = session;
    this.opening = opening;
    this.clock = clock;
    this.batchMillis = batch.toMillis();
  }

  ServerSessionImpl session() {
    return session;
  }

  /** What others may know of the session, which is that user's. */
  Connection connection(UserId user) {
    return opening.connection(user);
  }

  /** Looks again which topics the session listens to. */
  synchronized void refreshTopics() {
    Set<Topic> heard = EnumSet.noneOf(Topic.class);
    for (var channel : session.getSubscriptions()) {
      for (Topic topic : Topic.values()) {
        if (matches(channel.getChannelId(), topic)) {
          heard.add(topic);
        }
      }
    }
    topics = heard;
  }

  private static boolean matches(ChannelId subscription, Topic topic) {
    ChannelId channel = new ChannelId(topic.channel());
    return subscription.equals(channel) || subscription.matches(channel);
  }

  /** Queues the frozen message if the session listens to its topic. */
  void deliver(Topic topic, ServerMessage.Mutable message) {
    if (!topics.contains(topic)) {
      return;
    }
    gatherWhereThick();
    session.deliver(null, message, Promise.noop());
  }

  private synchronized void gatherWhereThick() {
    long now = clock.millis();
    boolean quiet = Math.abs(now - lastMillis) > batchMillis;
    lastMillis = now;
    if (!quiet && !gathering && batchMillis > 0) {
      gathering = true;
      session.startBatch();
      server.schedule(() -> server.execute(this::sendGathered), batchMillis);
    }
  }

  private void sendGathered() {
    synchronized (this) {
      gathering = false;
    }
    session.endBatch();
  }
}
