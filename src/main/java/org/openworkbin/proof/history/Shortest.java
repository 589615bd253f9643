package org.openworkbin.proof.history;

import java.util.BitSet;
import java.util.function.Predicate;

/** Delta debugging: the least part of something that still shows what all of it shows. */
final class Shortest {

  private Shortest() {}

  /** A part of which no single element can be left out. */
  static BitSet of(BitSet all, Predicate<BitSet> shows) {
    BitSet rest = (BitSet) all.clone();
    for (int size = Math.max(1, rest.cardinality() / 2); size > 0; size /= 2) {
      boolean again = true;
      while (again) {
        again = false;
        int[] places = rest.stream().toArray();
        for (int first = 0; first < places.length; first += size) {
          BitSet less = (BitSet) rest.clone();
          for (int each = first; each < Math.min(places.length, first + size); each++) {
            less.clear(places[each]);
          }
          if (less.cardinality() < rest.cardinality() && shows.test(less)) {
            rest = less;
            again = size == 1;
          }
        }
      }
    }
    return rest;
  }
}
