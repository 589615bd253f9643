package org.openworkbin.proof.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.openworkbin.proof.client.Bin;
import org.openworkbin.proof.client.Scene;

/** Items that were made before, each to be used once in a round. */
final class Supply {
  private final List<Item> items = new ArrayList<>();
  private final AtomicInteger used = new AtomicInteger();

  /** Makes so many in these bins, and shuffles them. */
  void make(Scene scene, List<Bin> bins, int count, int bytes, long seed) {
    for (int i = 0; i < bins.size(); i++) {
      Bin bin = bins.get(i);
      int share = count / bins.size() + (i < count % bins.size() ? 1 : 0);
      if (share > 0) {
        scene.fill(bin, share, bytes).forEach(id -> items.add(new Item(id, bin)));
      }
    }
    Collections.shuffle(items, new Random(seed));
  }

  List<Item> all() {
    return items;
  }

  /**
   * The next that nobody has used in this round; its number is {@code size} or above at its end.
   */
  int next() {
    return used.getAndIncrement();
  }

  boolean isUsedUp(int number) {
    return number >= items.size();
  }

  Item get(int number) {
    return items.get(number);
  }

  /** How many were used in this round. */
  int used() {
    return Math.min(used.get(), items.size());
  }

  void again() {
    used.set(0);
  }

  /** An item and the bin that it was made in. */
  record Item(String id, Bin bin) {}
}
