package org.openworkbin.proof.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openworkbin.proof.history.Clue.Effect;
import org.openworkbin.proof.history.Clue.End;
import org.openworkbin.proof.history.Clue.Mark;
import org.openworkbin.proof.history.Clue.Sight;

/**
 * All that is known of the way of one item.
 *
 * @param clues effects and sights, then for each bin its marks in order, then its end
 */
record Trail(String item, State start, List<Clue> clues, Map<String, Track> tracks) {

  /**
   * What a bin tells of the item.
   *
   * @param marks the changes, by their places among the clues
   * @param gaps whether changes may be missing before each of them
   * @param end the place of the bin's {@link End} among the clues
   * @param openEnd whether changes may be missing after the last
   * @param begin until then changes are not known
   * @param place the number of this track
   */
  record Track(
      List<Integer> marks, List<Boolean> gaps, int end, boolean openEnd, long begin, int place) {}

  static Trail of(String item, State start, List<Clue> others, Map<Chronicle, List<Change>> bins) {
    List<Clue> clues = new ArrayList<>(others);
    Map<String, Track> tracks = new LinkedHashMap<>();
    bins.forEach((chronicle, changes) -> {
      List<Integer> marks = new ArrayList<>();
      List<Boolean> gaps = new ArrayList<>();
      long known = chronicle.firstRevision();
      for (Change change : changes) {
        marks.add(clues.size());
        gaps.add(chronicle.hasGap(known, change.revision() - 1));
        clues.add(mark(chronicle, change));
        known = change.revision();
      }
      long last = chronicle.lastRevision();
      boolean openEnd = chronicle.hasGap(known, last);
      tracks.put(
          chronicle.bin(),
          new Track(
              marks,
              gaps,
              clues.size(),
              openEnd,
              chronicle.latest(chronicle.firstRevision()),
              tracks.size()));
      clues.add(new End(chronicle.bin(), chronicle.bound(last + 1)));
    });
    return new Trail(item, start, List.copyOf(clues), tracks);
  }

  private static Mark mark(Chronicle chronicle, Change change) {
    long revision = change.revision();
    return new Mark(
        chronicle.bin(),
        change,
        chronicle.bound(revision),
        chronicle.latest(revision),
        chronicle.evidenceOf(revision).orElseThrow());
  }

  /** The same with more that is known, which does not change the places of the other clues. */
  Trail and(List<? extends Clue> more) {
    List<Clue> all = new ArrayList<>(clues);
    all.addAll(more);
    return new Trail(item, start, all, tracks);
  }

  List<String> bins() {
    return List.copyOf(tracks.keySet());
  }

  /** From when on a clue counts. */
  static long from(Clue clue) {
    return switch (clue) {
      case Effect effect -> effect.from();
      case Sight sight -> sight.from();
      case Mark mark -> mark.after().time();
      case End end -> end.after().time();
    };
  }

  /** By when a clue has to be true. */
  static long to(Clue clue) {
    return switch (clue) {
      case Effect effect -> effect.open() ? Long.MAX_VALUE : effect.to();
      case Sight sight -> sight.to();
      case Mark mark -> mark.before();
      case End _ -> Long.MAX_VALUE;
    };
  }
}
