package org.openworkbin.proof.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openworkbin.proof.history.Clue.Effect;
import org.openworkbin.proof.history.Clue.End;
import org.openworkbin.proof.history.Clue.Mark;
import org.openworkbin.proof.history.Clue.Sight;

/**
 * A time at which a clue begins or ends to count. At one and the same time what begins comes first:
 * the clock does not tell them apart.
 */
record Moment(long time, boolean begins, int clue) {
  private static final Comparator<Moment> ORDER =
      Comparator.comparingLong(Moment::time)
          .thenComparingInt(moment -> moment.begins() ? 0 : 1)
          .thenComparingInt(Moment::clue);

  /** In their order. */
  static List<Moment> all(Trail trail, Scope scope) {
    List<Moment> all = new ArrayList<>();
    scope.present().stream()
        .forEach(clue -> {
          boolean must = scope.must().get(clue);
          switch (trail.clues().get(clue)) {
            case Effect effect -> {
              all.add(new Moment(effect.from(), true, clue));
              if (!effect.open()) {
                all.add(new Moment(effect.to(), false, clue));
              }
            }
            case Sight sight when must -> {
              all.add(new Moment(sight.from(), true, clue));
              all.add(new Moment(sight.to(), false, clue));
            }
            case Mark mark when must -> all.add(new Moment(mark.before(), false, clue));
            case Sight _, Mark _, End _ -> {}
          }
        });
    all.removeIf(moment -> moment.time() > scope.until());
    all.sort(ORDER);
    return all;
  }
}
