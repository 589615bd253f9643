package org.openworkbin.proof.history;

/**
 * Where an item is while an order of its moves is looked for.
 *
 * @param where the bin, or the agent who has it or is offered it
 * @param hold the number that it is held by, or {@link #UNKNOWN_HOLD}
 * @param origin the bin that it goes back to: {@link #NONE}, or {@link #ANY} where that is not
 *     known
 * @param by who offers it
 * @param since when it was asked for by the one who has it
 */
record State(Kind kind, String where, long hold, String origin, String by, long since) {
  static final String NONE = "";
  static final String ANY = "?";
  static final long UNKNOWN_HOLD = -1;

  static final State UNKNOWN = of(Kind.UNKNOWN, NONE);
  static final State NOWHERE = of(Kind.NOWHERE, NONE);
  static final State ENDED = of(Kind.ENDED, NONE);
  static final State ELSEWHERE = of(Kind.ELSEWHERE, NONE);

  enum Kind {
    /** Anywhere, as far as is known. */
    UNKNOWN,
    NOWHERE,
    BIN,
    HAND,
    OFFER,
    ENDED,
    ELSEWHERE
  }

  private static State of(Kind kind, String where) {
    return new State(kind, where, UNKNOWN_HOLD, NONE, NONE, Long.MIN_VALUE);
  }

  static State bin(String bin) {
    return of(Kind.BIN, bin);
  }

  static State hand(String agent, long hold, String origin, long since) {
    return new State(Kind.HAND, agent, hold, origin, NONE, since);
  }

  /** Offered by the one who has it. */
  State offeredTo(String agent) {
    return new State(
        Kind.OFFER, agent, UNKNOWN_HOLD, origin, kind == Kind.HAND ? where : ANY, since);
  }

  /** Back in the hand of the one who offered it. */
  State backInHand() {
    return by.equals(ANY) ? UNKNOWN : hand(by, UNKNOWN_HOLD, origin, since);
  }

  boolean isKnown() {
    return kind != Kind.UNKNOWN;
  }

  boolean isInBin(String bin) {
    return kind == Kind.BIN && where.equals(bin);
  }

  boolean isHeldBy(String agent) {
    return kind == Kind.HAND && where.equals(agent);
  }

  /** Whether the agent has it by that number, as far as numbers are known. */
  boolean isHeldBy(String agent, long number) {
    return isHeldBy(agent) && (number == UNKNOWN_HOLD || hold == UNKNOWN_HOLD || number == hold);
  }
}
