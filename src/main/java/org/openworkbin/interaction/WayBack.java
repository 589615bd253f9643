package org.openworkbin.interaction;

import java.util.Optional;
import org.openworkbin.directory.Directory;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Move;

/**
 * Where an interaction goes when it is given back or taken away: into the bin that it was last
 * taken out of, to its old position; else into the queue that its creator named, where that is
 * still there.
 *
 * @param terms what the move has to ask for besides
 */
public record WayBack(Location to, Move.Terms terms) {

  /** The way back of an interaction, or empty where there is none: it stays in hand. */
  public static Optional<WayBack> of(Interaction item, Directory directory) {
    Optional<WayBack> bin =
        item.lastBin()
            .map(last -> new WayBack(new Location.Bin(last), Move.Terms.NONE.toOldPlace()));
    return bin.or(() ->
        item.home()
            .filter(home -> directory.queue(home).isPresent())
            .map(home -> new WayBack(new Location.Queue(home), Move.Terms.NONE)));
  }
}
