package org.openworkbin.ledger;

import java.util.Arrays;

/** Why an interaction was moved. */
public enum Reason {
  CREATE(1),
  ADD(2),
  PULL(3),
  MOVE(4),
  COMPLETE(5),
  IMPORT(6),
  /** The holder gave it back. */
  RELEASE(7),
  /** Its lease ended. */
  LEASE_ENDED(8),
  /** Its holder may no longer work. */
  HOLDER_GONE(9),
  /** Its holder ended his contact-centre session. */
  SESSION_ENDED(10),
  TRANSFER(11),
  ACCEPT(12),
  REJECT(13),
  /** Nobody took the offer in time. */
  OFFER_ENDED(14),
  /** What it holds was changed. */
  EDIT(15),
  CANCEL(16),
  SEND(17),
  /** Somebody who looks after the holder took it out of his hand. */
  TAKE_BACK(18),
  /** A move was undone. */
  UNDO(19);

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
