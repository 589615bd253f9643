package org.openworkbin.push;

/** The telling of what happened, which goes on beside the requests that make it happen. */
@FunctionalInterface
public interface Telling {

  /** Waits until all that happened before the call is told; for a moment at most. */
  void awaitTold();
}
