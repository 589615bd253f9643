package org.openworkbin.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;

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
   * The page behind a position, whether or not anything lies there still; the same cost anywhere in
   * the bin. Whoever goes on from the last item of each page meets everything that keeps its place
   * exactly once, whatever comes and goes meanwhile.
   */
  Page pageAfter(BinId bin, Set<Medium> media, Position after, int limit);

  /**
   * Shows a bin as it is now for as long as {@code work} runs. Work that takes longer than a set
   * time loses the view and gets a fault.
   */
  default void look(BinId bin, Consumer<BinView> work) {
    look(bin, () -> () -> {}, work);
  }

  /**
   * The same, and something is held while the view is taken: from just before until it is certain
   * what it shows, never while {@code work} runs or anything is waited for.
   *
   * @param hold begins that; what it throws is thrown here, and nothing is shown
   */
  void look(BinId bin, Supplier<Held> hold, Consumer<BinView> work);

  /** The interaction with this id, wherever it is. */
  Optional<Interaction> find(InteractionId id);

  /** The bins that something lies in. */
  List<BinState> occupied();

  /**
   * The counters and times of several bins, one entry for each in their order; each entry is a
   * snapshot by itself.
   */
  Map<BinId, Times> times(Collection<BinId> bins);

  /** What is held for a moment; it ends when it is closed. */
  @FunctionalInterface
  interface Held extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * The counters of a bin, and between which times what lies in it was placed.
   *
   * @param oldest empty for an empty bin, as is {@code newest}
   */
  record Times(BinState state, Optional<Instant> oldest, Optional<Instant> newest) {}

  /**
   * A part of a bin in bin order.
   *
   * @param oldest when that was placed which lies in the bin longest; empty for an empty bin
   */
  record Page(BinState state, Optional<Instant> oldest, List<Interaction> items) {}
}
