package org.openworkbin.proof.history;

import java.util.BitSet;

/**
 * What of a trail is looked at.
 *
 * @param start where the item is at first
 * @param present the clues that there are
 * @param must those of them that have to be true; the others may be so or not
 * @param until nothing after that time counts
 * @param bounds whether nothing can have happened before somebody saw that it had not
 * @param anybodyMayWrite whether who has lost an item may write to it
 */
record Scope(
    State start, BitSet present, BitSet must, long until, boolean bounds, boolean anybodyMayWrite) {

  static Scope all(Trail trail) {
    BitSet every = new BitSet();
    every.set(0, trail.clues().size());
    return new Scope(trail.start(), every, every, Long.MAX_VALUE, true, false);
  }

  Scope with(BitSet others) {
    return new Scope(start, present, others, until, bounds, anybodyMayWrite);
  }

  Scope withoutBounds() {
    return new Scope(start, present, must, until, false, anybodyMayWrite);
  }

  Scope whereAnybodyMayWrite() {
    return new Scope(start, present, must, until, bounds, true);
  }

  /** When a change can have happened at the earliest. */
  long from(Clue clue) {
    return bounds || clue instanceof Clue.End ? Trail.from(clue) : Long.MIN_VALUE;
  }
}
