package org.openworkbin.proof.history;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/**
 * P1, P2, P3, P5 and P8 for each item: is there an order of moves that explains all that is known?
 */
final class Ways {
  /** So many clues are looked at without what bins tell; there are too many ways beyond that. */
  private static final int MOST_ANSWERS = 256;

  private final Findings findings;
  private final Faults faults;
  private final Leases leases;
  private int undecided;
  private int told;

  Ways(Findings findings, Faults faults, Leases leases) {
    this.findings = findings;
    this.faults = faults;
    this.leases = leases;
  }

  /** How many items there were for which there are too many ways. */
  int undecided() {
    return undecided;
  }

  void check(Trails trails) {
    for (String item : trails.items()) {
      if (told < Findings.ENOUGH && !findings.has(item) && !trails.isInSpoilt(item)) {
        check(trails.of(item));
      }
    }
  }

  private void check(Trail trail) {
    Scope all = Scope.all(trail);
    Search search = new Search(trail, all, leases);
    OptionalInt wrong = search.firstContradiction();
    if (search.isUndecided()) {
      undecided++;
    }
    if (wrong.isPresent()) {
      Scope window = window(trail, wrong.getAsInt(), all);
      BitSet core = Shortest.of(window.must(), must -> isWrong(trail, window.with(must)));
      new Diagnosis(trail, window, core, leases, faults).tell(findings);
      told++;
    }
  }

  private boolean isWrong(Trail trail, Scope scope) {
    return new Search(trail, scope, leases).firstContradiction().isPresent();
  }

  /**
   * The shortest time before the contradiction, by doublings, that shows it: by requests and their
   * answers alone where they do, else by all that is known.
   */
  private Scope window(Trail trail, int wrong, Scope all) {
    long until = Trail.to(trail.clues().get(wrong));
    long[] begins =
        trail.clues().stream()
            .mapToLong(Trail::from)
            .filter(from -> from > Long.MIN_VALUE && from <= until)
            .sorted()
            .toArray();
    for (boolean answersAlone : List.of(true, false)) {
      int longest = answersAlone ? Math.min(begins.length, MOST_ANSWERS) : begins.length;
      for (int back = Math.min(4, longest); back > 0; back = longer(back, longest)) {
        long begin = begins[begins.length - back];
        Scope window = since(trail, begin, until, answersAlone);
        if (isWrong(trail, window)) {
          return window;
        }
      }
    }
    return new Scope(trail.start(), all.present(), all.must(), until, true, false);
  }

  /** Twice as many, at most all; 0 after all. */
  private static int longer(int back, int longest) {
    return back == longest ? 0 : Math.min(2 * back, longest);
  }

  private static Scope since(Trail trail, long begin, long until, boolean answersAlone) {
    BitSet present = new BitSet();
    BitSet must = new BitSet();
    for (int clue = 0; clue < trail.clues().size(); clue++) {
      Clue each = trail.clues().get(clue);
      boolean isEnd = each instanceof Clue.End;
      boolean inTime = each instanceof Clue.Mark || Trail.from(each) <= until;
      if (isEnd || (Trail.to(each) >= begin && inTime)) {
        present.set(clue);
        boolean open = each instanceof Clue.Effect effect && effect.open();
        boolean counts = answersAlone ? isAnswer(each) : !open;
        if (counts && (isEnd || Trail.from(each) >= begin)) {
          must.set(clue);
        }
      }
    }
    return new Scope(State.UNKNOWN, present, must, until, true, false);
  }

  private static boolean isAnswer(Clue clue) {
    return switch (clue) {
      case Clue.Effect effect -> !effect.open();
      case Clue.Sight sight -> sight.evidence().getFirst() instanceof Happening.Asked;
      case Clue.Mark _, Clue.End _ -> false;
    };
  }
}
