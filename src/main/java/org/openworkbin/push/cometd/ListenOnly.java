package org.openworkbin.push.cometd;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.server.BayeuxServer;
import org.cometd.bayeux.server.SecurityPolicy;
import org.cometd.bayeux.server.ServerChannel;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.bayeux.server.ServerSession;
import org.openworkbin.push.Topic;

/**
 * What clients may do: listen to the topics, each by its name or all by a wildcard, after they
 * logged in. Some wait until they are confirmed all that the contract has; so each name of that
 * form is, though nothing is ever told on those that are no topic here. Nothing that a client
 * publishes reaches anybody.
 */
final class ListenOnly implements SecurityPolicy {
  private static final Pattern OWN_TOPIC = Pattern.compile("/v2/me/[a-zA-Z]{1,32}");

  /** More than the contract has names, for one session. */
  private static final int MOST_SUBSCRIPTIONS = 100;

  /** The channels that are always there. */
  static final Set<String> CHANNELS =
      Stream.concat(Stream.of(Topic.values()).map(Topic::channel), Stream.of("/v2/me/*", "/**"))
          .collect(Collectors.toUnmodifiableSet());

  @Override
  public boolean canHandshake(BayeuxServer server, ServerSession session, ServerMessage message) {
    return RequestUser.of(message.getBayeuxContext())
        .filter(_ -> Opening.isGood(message.getBayeuxContext()))
        .map(user -> RequestUser.keep(session, user))
        .orElse(session.isLocalSession());
  }

  /** CometD removes a channel again to which nobody has subscribed for a while. */
  @Override
  public boolean canCreate(
      BayeuxServer server, ServerSession session, String channel, ServerMessage message) {
    return Channel.META_SUBSCRIBE.equals(message.getChannel())
        && isListenedTo(channel)
        && session.getSubscriptions().size() < MOST_SUBSCRIPTIONS;
  }

  /** All or nothing: a list with one channel that is not allowed is refused as a whole. */
  @Override
  public boolean canSubscribe(
      BayeuxServer server, ServerSession session, ServerChannel channel, ServerMessage message) {
    return switch (message.get(Message.SUBSCRIPTION_FIELD)) {
      case Iterable<?> several -> {
        for (Object each : several) {
          if (!isListenedTo(String.valueOf(each))) {
            yield false;
          }
        }
        yield true;
      }
      case null, default -> isListenedTo(channel.getId());
    };
  }

  private static boolean isListenedTo(String channel) {
    return CHANNELS.contains(channel) || OWN_TOPIC.matcher(channel).matches();
  }

  @Override
  public boolean canPublish(
      BayeuxServer server, ServerSession session, ServerChannel channel, ServerMessage message) {
    return false;
  }
}
