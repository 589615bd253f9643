package org.openworkbin.push;

import org.openworkbin.id.UserId;

/**
 * Sends a message that no journal entry causes to one user: all his CometD sessions whose
 * subscriptions match get it. Never blocks and never throws; a user without a session is no error.
 * Messages to one user arrive in the order in which they were sent.
 */
@FunctionalInterface
public interface Post {
  void send(UserId user, Notice notice);
}
