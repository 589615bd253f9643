package org.openworkbin.ledger;

import java.util.Arrays;

/** The seven media an interaction can be of. */
public enum Medium {
  CHAT(1),
  EMAIL(2),
  WORKITEM(3),
  TWEET(4),
  FACEBOOK(5),
  FACEBOOKSESSION(6),
  OPENMEDIA(7);

  private final int code;

  Medium(int code) {
    this.code = code;
  }

  /** The number that stands for this medium in the store; never changed once released. */
  public int code() {
    return code;
  }

  /** The medium with that {@link #code()}; an unknown code is a fault of the store. */
  public static Medium ofCode(int code) {
    return Arrays.stream(values())
        .filter(medium -> medium.code == code)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no medium has code " + code));
  }
}
