package org.openworkbin.id;

import java.util.UUID;

/** Makes ids; injected wherever one is needed, so that a test can foresee them. Thread-safe. */
public interface IdGenerator {

  /** A new interaction id: 16 characters {@code [0-9A-Z]} made of time and randomness. */
  InteractionId newInteractionId();

  /** A new user id: 32 lower-case hexadecimal digits. */
  UserId newUserId();

  /** A random id, for groups of moves, correlation ids and configuration objects. */
  UUID newUuid();
}
