package org.openworkbin.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One bin at one moment: whatever happens meanwhile, each look at it shows the same. What it holds
 * is read in chunks, so memory does not grow with the bin. For the thread that was given it.
 */
public interface BinView {

  BinState state();

  /** When that was placed which lies in the bin longest; empty for an empty bin. */
  Optional<Instant> oldest();

  /** Hands over the interactions of one medium, in bin order. */
  void read(Medium medium, Consumer<Interaction> reader);

  /**
   * Hands over the interactions of some media in bin order, until the reader has enough.
   *
   * @param after only what comes behind this position
   * @param reader says whether it wants another
   */
  void scan(Set<Medium> media, Optional<Position> after, Predicate<Interaction> reader);
}
