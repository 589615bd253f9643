package org.openworkbin.proof.history;

import java.util.List;

/**
 * An interaction that an agent had in hand, and lost by no deed of his own.
 *
 * @param from he had it still
 * @param to it was gone by then
 * @param by what shows both
 */
record Loss(String agent, String item, long from, long to, List<Happening> by) {
  Loss {
    by = List.copyOf(by);
  }
}
