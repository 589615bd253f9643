package org.openworkbin.lease;

import java.util.Optional;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.RightsInUse;
import org.openworkbin.directory.RightsInUse.Use;
import org.openworkbin.directory.User;
import org.openworkbin.id.BinId;
import org.openworkbin.id.OwnerKind;
import org.openworkbin.id.UserId;
import org.openworkbin.interaction.WayBack;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Ledger;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Move;
import org.openworkbin.ledger.Move.Terms;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.ledger.Reason;

/**
 * Takes interactions away from those who have them in hand or are offered them. Each is guarded by
 * its hold: what was done with it meanwhile comes first, and nothing happens then. Thread-safe.
 */
final class Returns {
  private final Ledger ledger;
  private final Directories directories;
  private final RightsInUse rights;

  Returns(Ledger ledger, Directories directories, RightsInUse rights) {
    this.ledger = ledger;
    this.directories = directories;
    this.rights = rights;
  }

  /** Whether that user exists and is enabled. */
  boolean mayWork(UserId user) {
    return directories.now().user(user).filter(User::enabled).isPresent();
  }

  /**
   * Takes an interaction out of the hand of its holder and sends it on its way back; false where it
   * has none and stays, or was moved meanwhile.
   */
  boolean fromHand(Interaction held, UserId holder, Reason reason) {
    try (Use _ = rights.begin()) {
      Optional<WayBack> way =
          mayWork(holder)
              ? WayBack.of(held, directories.now())
              : wayBackOfOneWhoIsGone(held, holder);
      return way.isPresent() && move(held, new Location.Hand(holder), holder, way.get(), reason);
    }
  }

  /** Ends an offer: back into the hand it came from or, where he is gone, on its way back. */
  boolean fromOffer(Interaction offered, Location.Offer offer) {
    WayBack toSender = new WayBack(new Location.Hand(offer.by()), Terms.NONE);
    try (Use _ = rights.begin()) {
      WayBack way =
          mayWork(offer.by())
              ? toSender
              : wayBackOfOneWhoIsGone(offered, offer.by()).orElse(toSender);
      return move(offered, offer, offer.agent(), way, Reason.OFFER_ENDED);
    }
  }

  /** What would stay goes into the first bin of his own, where those who look after him find it. */
  private Optional<WayBack> wayBackOfOneWhoIsGone(Interaction item, UserId holder) {
    return WayBack.of(item, directories.now())
        .or(() ->
            directories.now().workbinsFor(OwnerKind.AGENT).stream()
                .findFirst()
                .map(workbin ->
                    new WayBack(new Location.Bin(new BinId(workbin.id(), holder)), Terms.NONE)));
  }

  private boolean move(
      Interaction item, Location from, UserId takenFrom, WayBack way, Reason reason) {
    Move move = new Move(item.id(), Optional.empty(), from, way.to(), takenFrom, reason, 0);
    return ledger.move(move.on(way.terms().fencedBy(item.hold()))) instanceof Outcome.Moved;
  }
}
