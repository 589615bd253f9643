package org.openworkbin.push.cometd;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.server.BayeuxServer;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.bayeux.server.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * How the server takes leave of the clients of CometD sessions that it ends.
 *
 * <p>To CometD the clients of those who went home would be unknown and told to handshake anew, and
 * a session would appear again that nobody sits at; here they are told not to come back, and may
 * say goodbye themselves. The last ten thousand are remembered. Others are to come back.
 * Thread-safe.
 */
final class Goodbyes implements BayeuxServer.Extension {
  private static final int REMEMBERED = 10_000;

  /** The attribute of a session whose client shall come back. */
  private static final String CUT = Goodbyes.class.getName();

  private final Set<String> clientIds =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > REMEMBERED;
                }
              }));

  /**
   * Ends a session: a held poll is answered with what waits for it, and with {@code reconnect:
   * none}. The message by which CometD makes sure that it is answered is not sent: no client asked
   * to disconnect yet.
   */
  void say(ServerSession session) {
    clientIds.add(session.getId());
    end(session);
  }

  /**
   * Ends a session whose client shall come back with a new one. CometD would tell it to stay away,
   * and most clients then stop for good without a word: this one is told to ask again, and learns
   * with its next poll that its session is unknown.
   */
  static void cut(ServerSession session) {
    session.setAttribute(CUT, true);
    end(session);
  }

  private static void end(ServerSession session) {
    session.addListener(
        (ServerSession.DeQueueListener) (_, queue) -> queue.removeIf(Goodbyes::isDisconnect));
    session.disconnect();
  }

  /** Whether that session ended so. */
  boolean wasSaidTo(String clientId) {
    return clientIds.contains(clientId);
  }

  /** Whether these messages are such that nobody has to be logged in for an answer. */
  boolean areSaid(List<ServerMessage.Mutable> messages) {
    return messages.stream().allMatch(message -> isConnect(message) || isDisconnect(message))
        && messages.stream().allMatch(this::isFromOneWhoLeft);
  }

  @Override
  public boolean sendMeta(@Nullable ServerSession session, ServerMessage.Mutable reply) {
    ServerMessage.Mutable request = reply.getAssociated();
    if (session != null && session.getAttribute(CUT) != null && isConnect(reply)) {
      reply.getAdvice(true).put(Message.RECONNECT_FIELD, Message.RECONNECT_RETRY_VALUE);
    }
    if (request != null && !reply.isSuccessful() && isFromOneWhoLeft(request)) {
      if (isConnect(reply)) {
        reply.getAdvice(true).put(Message.RECONNECT_FIELD, Message.RECONNECT_NONE_VALUE);
      } else if (isDisconnect(reply)) {
        reply.setSuccessful(true);
        reply.remove(Message.ERROR_FIELD);
      }
    }
    return true;
  }

  private boolean isFromOneWhoLeft(ServerMessage message) {
    String clientId = message.getClientId();
    return clientId != null && wasSaidTo(clientId);
  }

  private static boolean isConnect(ServerMessage message) {
    return Channel.META_CONNECT.equals(message.getChannel());
  }

  private static boolean isDisconnect(ServerMessage message) {
    return Channel.META_DISCONNECT.equals(message.getChannel());
  }
}
