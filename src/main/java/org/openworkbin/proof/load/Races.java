package org.openworkbin.proof.load;

import java.util.HashSet;
import java.util.Set;

/** What came of races: who won says something only where every call was answered. */
final class Races {
  private final Set<String> gone = new HashSet<>();
  private int count;
  private int wrong;
  private int undecided;

  /** One is over. */
  void over(String item, int winners, int failed) {
    count++;
    if (winners > 1) {
      wrong++;
    } else if (failed > 0 || gone.contains(item)) {
      undecided++;
    } else if (winners == 0) {
      wrong++;
    }
    if (winners == 0 && failed > 0) {
      gone.add(item);
    }
  }

  /** Nobody can win that item any more: it was not put back. */
  void gone(String item) {
    gone.add(item);
  }

  int count() {
    return count;
  }

  /** A sentence for each kind of what is to be complained of, or "". */
  String complaint() {
    String several =
        wrong == 0 ? "" : "%d of %d races did not have exactly one winner.".formatted(wrong, count);
    String open =
        undecided == 0
            ? ""
            : "%d of %d races are not decided, as a call failed.".formatted(undecided, count);
    return (several + " " + open).strip();
  }
}
