package org.openworkbin.proof.history;

/** Where an interaction is, as far as a client can tell. */
public sealed interface Place {

  /** Parked in the bin of that name. */
  record Bin(String bin) implements Place {}

  /** In the hand of the agent with that user name. */
  record Hand(String agent) implements Place {}

  /** Offered to that agent. */
  record Offered(String agent) implements Place {}

  /** Finished. */
  record Ended() implements Place {}

  /** Somewhere else, or where the asker may not know. */
  record Elsewhere() implements Place {}
}
