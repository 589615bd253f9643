package org.openworkbin.interaction;

import java.util.List;
import java.util.Optional;
import org.openworkbin.directory.Access;
import org.openworkbin.directory.Right;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Journal;
import org.openworkbin.ledger.Location;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Service;

/**
 * Tells the way of an interaction to those who may see a bin that it was in, or whom it concerns.
 */
@Service
final class Histories {
  private static final int LONGEST = 10_000;

  private final Bins bins;
  private final Journal journal;
  private final Access access;
  private final Whereabouts whereabouts;
  private final Features features;

  Histories(Bins bins, Journal journal, Access access, Whereabouts whereabouts, Features features) {
    this.bins = bins;
    this.journal = journal;
    this.access = access;
    this.whereabouts = whereabouts;
    this.features = features;
  }

  /** Its newest steps as far as the caller may know them; unknown to whom it never concerned. */
  List<Passage> of(UserId caller, String id, int limit) {
    InteractionId interaction = InteractionId.parse(id).orElseThrow(() -> unknown(id));
    Interaction now = bins.find(interaction).orElseThrow(() -> unknown(id));
    features.requireResource(now.medium());
    boolean concerned = whereabouts.concerns(caller, now);
    List<Passage> all =
        journal.ofInteraction(interaction, concerned ? limit : LONGEST).stream()
            .map(entry -> passage(caller, entry))
            .toList();
    if (!concerned && all.stream().noneMatch(Passage::wasInSight)) {
      throw unknown(id);
    }
    return all.stream().limit(limit).toList();
  }

  private Passage passage(UserId caller, Entry entry) {
    return new Passage(entry, sight(caller, entry.from()), sight(caller, entry.to()));
  }

  /** Empty where it is no bin. */
  private Optional<Boolean> sight(UserId caller, Location location) {
    return location instanceof Location.Bin(BinId bin)
        ? Optional.of(access.may(caller, Right.SEE, bin))
        : Optional.empty();
  }

  private static RuntimeException unknown(String id) {
    return new Refusal.Unknown("interaction", id).asException();
  }

  /**
   * One step and what of it the reader may know.
   *
   * @param fromSeen whether he may see the bin that it left; empty where it left none
   * @param toSeen the same of where it came
   */
  record Passage(Entry entry, Optional<Boolean> fromSeen, Optional<Boolean> toSeen) {

    /** Whether it touched a bin that he may see. */
    boolean wasInSight() {
      return fromSeen.orElse(false) || toSeen.orElse(false);
    }

    /**
     * Whether it happened all behind doors that are closed to him, so that he is not told by whom.
     */
    boolean isHidden() {
      return fromSeen.equals(Optional.of(false)) && toSeen.equals(Optional.of(false));
    }
  }
}
