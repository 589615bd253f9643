package org.openworkbin.ledger;

import org.openworkbin.id.InteractionId;

/**
 * A place in the order of a bin: priority, high first; then {@code seq}; then id. It stays a place
 * in that order when what lay there is gone.
 *
 * @param seq the journal number of the move that put it there
 */
public record Position(int priority, long seq, InteractionId id) {

  /** Where an interaction lies in its bin, or lay last. */
  public static Position of(Interaction interaction) {
    return new Position(
        interaction.content().priority(),
        interaction.placement().orElseThrow().seq(),
        interaction.id());
  }
}
