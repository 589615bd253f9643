package org.openworkbin.push.cometd;

import java.util.Queue;
import org.cometd.bayeux.ChannelId;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.bayeux.server.ServerSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the session of a client that does not fetch its messages as fast as they come. It finds out
 * with its next poll, handshakes again and catches up by revision.
 */
final class SlowClientCut implements ServerSession.QueueMaxedListener {
  private static final Logger log = LoggerFactory.getLogger(SlowClientCut.class);

  @Override
  public boolean queueMaxed(
      ServerSession session, Queue<ServerMessage> queue, ServerSession sender, ServerMessage next) {
    if (ChannelId.isMeta(next.getChannel())) {
      return true;
    }
    queue.clear();
    log.debug("Session {} does not keep up and ends", session.getId());
    Goodbyes.cut(session);
    return false;
  }
}
