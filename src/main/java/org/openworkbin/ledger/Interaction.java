package org.openworkbin.ledger;

import java.time.Instant;
import java.util.Optional;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.QueueId;
import org.openworkbin.id.UserId;

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
 * @param hold the journal number of the entry that put it where it is; the fence of a holder. An
 *     edit leaves it as it is
 * @param contentVersion the journal number of the entry that brought what it holds
 * @param home the queue that its creator named: where it goes when nobody finishes it
 * @param note that the move noted which put it where it is
 * @param contact the customer it is about
 * @param lastAgent who worked last for that contact before it was created
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
    long hold,
    long contentVersion,
    Optional<QueueId> home,
    Optional<String> note,
    Optional<String> contact,
    Optional<UserId> lastAgent) {

  /**
   * A position in a bin. Order in a bin is: priority, high first; then {@code seq}; then id.
   *
   * @param seq the journal number of the move that put it there
   * @param at when that was
   */
  public record Placement(long seq, Instant at) {}
}
