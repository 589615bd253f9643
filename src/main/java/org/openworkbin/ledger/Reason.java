package org.openworkbin.ledger;

import java.util.Arrays;

/** Why an interaction was moved. */
public enum Reason {
  CREATE(1),
  ADD(2),
  PULL(3),
  MOVE(4),
  COMPLETE(5),
  IMPORT(6);

  private final int code;

  Reason(int code) {
    this.code = code;
  }

  /** The number that stands for this reason in the store; never changed once released. */
  public int code() {
    return code;
  }

  /** The reason with that {@link #code()}; an unknown code is a fault of the store. */
  public static Reason ofCode(int code) {
    return Arrays.stream(values())
        .filter(reason -> reason.code == code)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no reason has code " + code));
  }
}
