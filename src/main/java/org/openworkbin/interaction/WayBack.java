package org.openworkbin.interaction;

import java.util.Optional;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Move;

/**
 * Where an interaction goes when it is given back or taken away: into the bin that it was last
 * taken out of, to its old position; else into the queue that its creator named.
 *
 * @param terms what the move has to ask for besides
 */
public record WayBack(Location to, Move.Terms terms) {

  /** The way back of an interaction, or empty where there is none: it stays in hand. */
  public static Optional<WayBack> of(Interaction item) {
    Optional<WayBack> bin =
        item.lastBin()
            .map(last -> new WayBack(new Location.Bin(last), Move.Terms.NONE.toOldPlace()));
    return bin.or(
        () -> item.home().map(home -> new WayBack(new Location.Queue(home), Move.Terms.NONE)));
  }
}
