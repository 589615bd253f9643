package org.openworkbin.proof.load;

import java.util.Locale;

/** What is measured by itself. */
enum Operation {
  /** Out of a bin, into the hand. */
  PULL,
  /** A new work item, into the hand. */
  CREATE,
  /** Out of the hand, into a bin. */
  PARK,
  /** From bin to bin. */
  MOVE,
  /** Of what is in the hand. */
  UPDATE,
  /** Out of the hand, to where it was. */
  RELEASE,
  COMPLETE,
  /** The first 25 of a bin. */
  PAGE;

  /** As reports have it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
