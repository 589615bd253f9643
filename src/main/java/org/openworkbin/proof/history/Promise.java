package org.openworkbin.proof.history;

/** What a server promises, as {@code docs/promises.md} has it. */
public enum Promise {
  P1("An interaction is in exactly one location after every journal entry."),
  P2("Of N concurrent pulls of one item exactly one wins; each loser is told who has it."),
  P3("What was acknowledged survives, and nothing happens that nobody asked for."),
  P4("Each bin's changes come gap-free and in order; snapshot and stream are the content."),
  P5("A request repeated with the same key has one effect and the same answer."),
  P6("Counters equal content at the same revision."),
  P7("Nobody receives an item that he may not see."),
  P8("A late write of an agent who has lost the item is refused, and he is told."),
  P9("Bad input gets a clear error, and never a stack trace or a 500.");

  private final String words;

  Promise(String words) {
    this.words = words;
  }

  /** The promise in one sentence. */
  public String words() {
    return words;
  }
}
