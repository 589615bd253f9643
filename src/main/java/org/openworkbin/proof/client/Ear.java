package org.openworkbin.proof.client;

/**
 * Who is told what a {@link Listener} hears: one call at a time, in the order in which it came, on
 * a thread that many listeners share. Whoever does not return holds up that listener.
 */
@FunctionalInterface
public interface Ear {

  void heard(Heard message);

  /** It is subscribed from here on: after the first handshake, and after each one that followed. */
  default void opened() {}

  /** The connection is gone, or the server knows the session no more; it is tried again. */
  default void lost(String why) {}

  /** It is connected again, with the same session; what was told meanwhile may be lost. */
  default void back() {}
}
