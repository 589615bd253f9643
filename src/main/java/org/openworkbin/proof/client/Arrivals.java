package org.openworkbin.proof.client;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.cometd.bayeux.Message;

/**
 * The connections that a listener had, by number, and by which of them each message came. Many come
 * at once, and who is slow still has the last of them before him when the next connection is there.
 */
final class Arrivals {
  private static final String MARK = "org.openworkbin.connection";

  private final AtomicInteger connection = new AtomicInteger();

  /** They have just come. */
  List<Message.Mutable> mark(List<Message.Mutable> messages) {
    int now = connection.get();
    messages.forEach(message -> message.put(MARK, now));
    return messages;
  }

  /** The connection is gone. */
  void lost() {
    connection.incrementAndGet();
  }

  /** Whether it came by a connection that is gone. */
  boolean isOver(Message message) {
    return !Integer.valueOf(connection.get()).equals(message.get(MARK));
  }
}
