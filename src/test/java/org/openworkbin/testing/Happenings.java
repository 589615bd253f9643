package org.openworkbin.testing;

import java.time.Instant;
import java.util.Optional;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.BinState;
import org.openworkbin.ledger.Content;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Interaction.Placement;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Reason;

/** Interactions and journal entries for tests of what is made of them. */
public final class Happenings {
  public static final Instant THEN = Instant.parse("2016-04-08T12:10:00.123456Z");

  private Happenings() {}

  /**
   * An interaction that is at {@code location}, was placed as number 7 and last left {@code last}.
   */
  public static Interaction interaction(
      Medium medium, Content content, Location location, Optional<BinId> last) {
    return new Interaction(
        new InteractionId("0001BaBFVPR20035"),
        medium,
        content,
        THEN.minusSeconds(60),
        "import",
        location,
        THEN,
        Optional.of(new Placement(7, THEN.minusSeconds(30))),
        last,
        42,
        41,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Content without anything special. */
  public static Content content(String direction, String attributes, String userData) {
    return new Content(direction, "2016-04-08 15:05:57.000+0300", 3, attributes, userData);
  }

  /** A move that was journal entry 42 with reference 77, and left bins at revisions 5 and 9. */
  public static Entry moved(
      Medium medium, Content content, Location from, Location to, UserId actor) {
    return moved(medium, content, from, to, actor, Reason.PULL);
  }

  /** The same for another reason; where it stays where it is, only what it holds has changed. */
  public static Entry moved(
      Medium medium, Content content, Location from, Location to, UserId actor, Reason reason) {
    Optional<BinId> left = from.equals(to) ? Optional.empty() : bin(from);
    return new Entry(
        42,
        THEN,
        interaction(medium, content, to, left),
        from,
        to,
        left.map(bin -> new BinState(bin, 5, 17)),
        bin(to).map(bin -> new BinState(bin, 9, 3)),
        actor,
        reason,
        77);
  }

  private static Optional<BinId> bin(Location location) {
    return location instanceof Location.Bin(BinId bin) ? Optional.of(bin) : Optional.empty();
  }
}
