package org.openworkbin.ledger;

import java.time.Instant;
import java.util.Optional;
import org.openworkbin.id.UserId;

/**
 * One journal entry: a move that happened.
 *
 * @param number its place in the order of all commits; rising by one, without gaps
 * @param at when it was decided
 * @param interaction the interaction right after the move, its content as it was then
 * @param from where it was, {@link Location.Nowhere} where it was created; the same as {@code to}
 *     where only its content changed
 * @param to where it went
 * @param left the bin that it left, with its new revision; empty where it left none
 * @param entered the bin that it came into, or in which its content changed, with its new revision;
 *     empty where there is none
 * @param referenceId the asker's number for the request, 0 where nobody asked
 */
public record Entry(
    long number,
    Instant at,
    Interaction interaction,
    Location from,
    Location to,
    Optional<BinState> left,
    Optional<BinState> entered,
    UserId actor,
    Reason reason,
    long referenceId) {

  /** Whether only what the interaction holds was changed. */
  public boolean isEdit() {
    return from.equals(to);
  }
}
