package org.openworkbin.id;

import java.util.Optional;

/** The id of an interaction: 16 letters and digits where this server makes it, opaque otherwise. */
public record InteractionId(String value) {
  public InteractionId {
    Ids.check(value);
  }

  /** The id that a client sent, or empty where no interaction can have such an id. */
  public static Optional<InteractionId> parse(String text) {
    return Ids.isValid(text) ? Optional.of(new InteractionId(text)) : Optional.empty();
  }
}
