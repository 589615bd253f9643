package org.openworkbin.administration;

import org.openworkbin.http.Body;
import org.openworkbin.refusal.Refusal;

/** Reads how good somebody is at something. */
final class Levels {
  private Levels() {}

  /** The {@code level} of a body: a number or, as reads show it, a text. */
  static int required(Body body) {
    String text =
        body.scalar("level").orElseThrow(() -> new Refusal.Missing("level").asException());
    if (!text.matches("[0-9]{1,9}")) {
      throw new Refusal.OutOfRange("level", "A level is a whole number, 0 or more").asException();
    }
    return Integer.parseInt(text);
  }
}
