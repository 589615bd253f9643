package org.openworkbin.interaction;

import java.util.Arrays;
import java.util.Optional;

/**
 * How an interaction stands for the one who is told of it; the contract's state names. Two people
 * may be told of one move in two states: who transfers is done, who is invited is not.
 */
public enum State {
  /** Offered to him. */
  INVITED("Invited"),
  /** In his hand. */
  PROCESSING("Processing"),
  /** A draft in his hand. */
  COMPOSING("Composing"),
  /** Live, in his hand. */
  CHATTING("Chatting"),
  /** Parked in a bin. */
  IN_WORKBIN("InWorkbin"),
  /** Nothing more to do for him: it ended, waits in a queue, or is with somebody else. */
  COMPLETED("Completed"),
  /** Ended: a draft that was thrown away. */
  CANCELED("Canceled"),
  /** Ended: a draft that was sent. */
  SENT("Sent"),
  /** Taken from him by the server, or by somebody who looks after him. */
  REVOKED("Revoked");

  private final String wireName;

  State(String wireName) {
    this.wireName = wireName;
  }

  /** The name that clients know. */
  public String wireName() {
    return wireName;
  }

  /** Whether the one who is told has nothing more to do with it. */
  boolean isOver() {
    return switch (this) {
      case COMPLETED, CANCELED, SENT, REVOKED -> true;
      case INVITED, PROCESSING, COMPOSING, CHATTING, IN_WORKBIN -> false;
    };
  }

  /** The state with that {@link #wireName()}. */
  static Optional<State> named(String wireName) {
    return Arrays.stream(values()).filter(state -> state.wireName.equals(wireName)).findFirst();
  }
}
