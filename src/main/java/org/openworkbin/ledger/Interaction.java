package org.openworkbin.ledger;

import java.time.Instant;
import java.util.Optional;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;

/**
 * One interaction as the ledger knows it.
 *
 * @param submittedAt when it was created here
 * @param submittedBy who created it: a user name, or the name of the source
 * @param location where it is
 * @param since since when it is there
 * @param placement its position in the bin where it lies, or in the one it was last in; empty if it
 *     was never in a bin
 * @param lastBin the bin that it was last taken out of
 * @param hold the journal number of the entry that put it where it is; the fence of a holder
 */
public record Interaction(
    InteractionId id,
    Medium medium,
    Content content,
    Instant submittedAt,
    String submittedBy,
    Location location,
    Instant since,
    Optional<Placement> placement,
    Optional<BinId> lastBin,
    long hold) {

  /**
   * A position in a bin. Order in a bin is: priority, high first; then {@code seq}; then id.
   *
   * @param seq the journal number of the move that put it there
   * @param at when that was
   */
  public record Placement(long seq, Instant at) {}
}
