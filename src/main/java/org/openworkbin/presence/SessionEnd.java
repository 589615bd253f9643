package org.openworkbin.presence;

import org.openworkbin.id.UserId;

/** Has something to do when an agent ends his contact-centre session. */
@FunctionalInterface
public interface SessionEnd {

  /**
   * Called on the thread of the request, before anything else of the session ends; what it throws
   * leaves the session as it is, so that the request can be repeated.
   */
  void ending(UserId agent);
}
