package org.openworkbin.ledger;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;

/**
 * A wish to take the first interaction of a bin, in its order, into one's hand. Of several who wish
 * the same each gets another.
 *
 * @param media only an interaction of these
 * @param among only one of these, in the order of the bin; empty for any
 */
public record NextPull(
    BinId bin,
    Set<Medium> media,
    Optional<List<InteractionId>> among,
    UserId actor,
    long referenceId) {
  public NextPull {
    media = Set.copyOf(media);
    among = among.map(List::copyOf);
  }
}
