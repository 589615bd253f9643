package org.openworkbin.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;

/**
 * Reads what lies where. Thread-safe; never waits for the writer. Every answer is one consistent
 * snapshot: content, revision and count belong together.
 *
 * <p>Order in a bin: priority, high first; then when it was placed; then id.
 */
public interface Bins {

  /** The counters of a bin; revision 0 and count 0 for one never used. */
  BinState state(BinId bin);

  /** The counters of several bins, one entry for each. */
  Map<BinId, BinState> states(Collection<BinId> bins);

  /**
   * A page in bin order: never a count, never a sort. At a large {@code offset} its cost grows with
   * the offset.
   *
   * @param media only interactions of these
   * @param limit at most so many, 1 or more
   */
  Page page(BinId bin, Set<Medium> media, int limit, long offset);

  /**
   * The whole content, medium by medium in the order of {@link Medium}, in bin order within each;
   * pushed to {@code reader} in chunks from one snapshot, so memory does not grow with the bin. A
   * reader that takes longer than a set time loses the snapshot and gets a fault.
   */
  void read(BinId bin, Set<Medium> media, ContentReader reader);

  /** The interaction with this id, wherever it is. */
  Optional<Interaction> find(InteractionId id);

  /** What an agent has in hand, longest held first. */
  List<Interaction> inHand(UserId agent);

  /** A part of a bin in bin order. */
  record Page(BinState state, List<Interaction> items) {}

  /** Takes the content of a bin as it is read. */
  interface ContentReader {

    /** Called once, before any item. */
    void start(BinState state);

    /** Called for each item. */
    void item(Interaction item);
  }
}
