package org.openworkbin.proof.prove;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Which troubles are to happen when, and to whom: the same ones for the same seed. */
final class TroublePlan {
  private static final long SHORTEST_GAP_MS = 400;
  private static final long LONGEST_GAP_MS = 4_000;

  private TroublePlan() {}

  /**
   * A plan in which every kind comes up before any comes up again.
   *
   * @param kinds those that can be made; none of them makes an empty plan
   */
  static List<Planned> of(long seed, Duration length, Collection<Trouble> kinds) {
    List<Planned> plan = new ArrayList<>();
    if (kinds.isEmpty()) {
      return plan;
    }
    Random random = new Random(seed);
    long gap = Math.clamp(length.toMillis() / (2L * kinds.size()), SHORTEST_GAP_MS, LONGEST_GAP_MS);
    List<Trouble> round = new ArrayList<>();
    for (long all = 0; all < length.toMillis(); ) {
      long pause = gap / 2 + random.nextLong(gap);
      all += pause;
      if (round.isEmpty()) {
        round.addAll(kinds.stream().sorted().toList());
        Collections.shuffle(round, random);
      }
      plan.add(
          new Planned(
              Duration.ofMillis(pause), round.removeLast(), random.nextInt(Integer.MAX_VALUE)));
    }
    return plan;
  }

  /**
   * A trouble to come.
   *
   * @param after how long after the end of the one before
   * @param whom says which of those who can be struck it is: any number, taken modulo theirs
   */
  record Planned(Duration after, Trouble trouble, int whom) {}
}
