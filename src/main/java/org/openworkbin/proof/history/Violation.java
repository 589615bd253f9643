package org.openworkbin.proof.history;

import java.util.List;

/**
 * A promise that was not kept.
 *
 * @param sentence what went wrong, in one sentence
 * @param piece the shortest piece of the history that shows it, in the order in which it happened
 */
public record Violation(Promise promise, String sentence, List<Happening> piece) {
  public Violation {
    piece = List.copyOf(piece);
  }
}
