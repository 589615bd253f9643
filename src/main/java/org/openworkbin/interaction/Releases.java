package org.openworkbin.interaction;

import java.util.Optional;
import org.openworkbin.directory.Directories;
import org.openworkbin.id.BinId;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Ledger;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Reason;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Service;

/** Gives back what somebody has in hand, on its {@link WayBack}. Thread-safe. */
@Service
public final class Releases {
  private static final Result NOWHERE =
      new Result.Refused(
          new Refusal.Invalid("operationName", "There is nowhere that it could go back to."));

  private final Bins bins;
  private final Directories directories;
  private final HolderMoves moves;
  private final HolderVerdicts verdicts;
  private final Ledger ledger;

  Releases(
      Bins bins,
      Directories directories,
      HolderMoves moves,
      HolderVerdicts verdicts,
      Ledger ledger) {
    this.bins = bins;
    this.directories = directories;
    this.moves = moves;
    this.verdicts = verdicts;
    this.ledger = ledger;
  }

  /**
   * Gives an interaction back. One that has nowhere to go stays in hand, and that is refused.
   *
   * @param cameFrom where given, it has to have been taken out of this bin; else it is unknown
   */
  public Result release(Wish wish, Optional<BinId> cameFrom, Optional<Keep> keep) {
    Interaction item =
        bins.find(wish.interaction())
            .filter(found -> cameFrom.isEmpty() || found.lastBin().equals(cameFrom))
            .orElseThrow(() -> HolderVerdicts.unknown(wish.interaction()).asException());
    Location.Hand hand = new Location.Hand(wish.caller());
    // The way back is that of this hold and of no later one.
    long hold = wish.hold().orElse(item.hold());
    Optional<WayBack> back = WayBack.of(item, directories.now());
    if (back.isPresent()) {
      WayBack way = back.get();
      HolderMoves.Path path =
          new HolderMoves.Path(hand, way.to(), Reason.RELEASE, way.terms().fencedBy(hold));
      return moves.move(wish, path, keep);
    }
    boolean holds = item.location().equals(hand) && hold == item.hold();
    return kept(wish, holds ? NOWHERE : verdicts.notHolder(wish.caller(), item), keep);
  }

  /** What is refused without a move is kept by itself: a repetition must not succeed later. */
  private Result kept(Wish wish, Result refused, Optional<Keep> keep) {
    keep.ifPresent(request ->
        ledger.keep(
            wish.caller(),
            request.key(),
            new Ledger.KeptAnswer(request.digest(), request.answer().apply(refused))));
    return refused;
  }
}
