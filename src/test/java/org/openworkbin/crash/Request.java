package org.openworkbin.crash;

import java.util.Optional;

/**
 * A wish of an agent to move an item. With a key it may be sent more than once and is one wish
 * still.
 *
 * @param number tells it from all others
 * @param key its {@code Idempotency-Key}
 */
record Request(long number, int agent, Kind kind, String item, Optional<String> key) {

  /** Which way it moves. */
  enum Kind {
    PULL,
    ADD
  }

  String body() {
    String name = kind == Kind.PULL ? "PullInteraction" : "AddInteraction";
    return "{\"operationName\":\"%s\",\"id\":\"%s\"}".formatted(name, item);
  }
}
