package org.openworkbin.push.cometd;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.server.BayeuxServer;
import org.cometd.bayeux.server.SecurityPolicy;
import org.cometd.bayeux.server.ServerChannel;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.bayeux.server.ServerSession;
import org.openworkbin.push.Topic;

/**
 * What clients may do: listen to the topics, each by its name or all by a wildcard, after they
 * logged in. Nothing that a client publishes reaches anybody.
 */
final class ListenOnly implements SecurityPolicy {
  /** The channels that may be subscribed to. */
  static final Set<String> CHANNELS =
      Stream.concat(Stream.of(Topic.values()).map(Topic::channel), Stream.of("/v2/me/*", "/**"))
          .collect(Collectors.toUnmodifiableSet());

  @Override
  public boolean canHandshake(BayeuxServer server, ServerSession session, ServerMessage message) {
    return RequestUser.of(message.getBayeuxContext())
        .map(user -> RequestUser.keep(session, user))
        .orElse(session.isLocalSession());
  }

  @Override
  public boolean canCreate(
      BayeuxServer server, ServerSession session, String channel, ServerMessage message) {
    return false;
  }

  /** All or nothing: a list with one channel that is not allowed is refused as a whole. */
  @Override
  public boolean canSubscribe(
      BayeuxServer server, ServerSession session, ServerChannel channel, ServerMessage message) {
    return switch (message.get(Message.SUBSCRIPTION_FIELD)) {
      case Iterable<?> several -> {
        for (Object each : several) {
          if (!CHANNELS.contains(each)) {
            yield false;
          }
        }
        yield true;
      }
      case null, default -> CHANNELS.contains(channel.getId());
    };
  }

  @Override
  public boolean canPublish(
      BayeuxServer server, ServerSession session, ServerChannel channel, ServerMessage message) {
    return false;
  }
}
