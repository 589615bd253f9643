package org.openworkbin.push.cometd;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import org.cometd.bayeux.ChannelId;
import org.cometd.bayeux.Promise;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.server.ServerSessionImpl;
import org.openworkbin.http.OpenConnections.Connection;
import org.openworkbin.id.UserId;
import org.openworkbin.push.Topic;

/**
 * One CometD session as a receiver: what it listens to, and how its messages are gathered. A
 * message goes out at once where none went just before; those that come thick wait until a moment
 * has passed since then, and go out together.
 *
 * <p>CometD's own means for this, lazy messages, can leave one behind: a prompt message stops the
 * timer of a lazy one, and the next lazy one believes that it still runs.
 */
final class Receiver {
  private final ServerSessionImpl session;
  private final Opening opening;
  private final InstantSource clock;
  private final Gathering gathering;
  private volatile Set<Topic> topics = EnumSet.noneOf(Topic.class);
  private long lastSent;
  private boolean waiting;

  Receiver(ServerSessionImpl session, Opening opening, InstantSource clock, Gathering gathering) {
    this.session = session;
    this.opening = opening;
    this.clock = clock;
    this.gathering = gathering;
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
    if (waiting) {
      return;
    }
    long now = clock.millis();
    long wait = lastSent + gathering.longestMillis() - now;
    if (wait > 0 && wait <= gathering.longestMillis()) { // else it is quiet, or the clock went back
      waiting = true;
      session.startBatch();
      gathering.add(this, wait);
    } else {
      lastSent = now;
    }
  }

  /** Lets go what waits. */
  void sendGathered() {
    synchronized (this) {
      waiting = false;
      lastSent = clock.millis();
    }
    session.endBatch();
  }
}
