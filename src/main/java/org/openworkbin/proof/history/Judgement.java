package org.openworkbin.proof.history;

import java.util.List;

/**
 * What a history shows.
 *
 * @param violations as {@link Checker#check} tells them
 * @param undecided how many items can have gone so many ways that it was not found out whether one
 *     of them is possible
 */
public record Judgement(List<Violation> violations, int undecided) {
  public Judgement {
    violations = List.copyOf(violations);
  }
}
