package org.openworkbin.proof.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.openworkbin.proof.history.Clue.Effect;
import org.openworkbin.proof.history.Clue.End;
import org.openworkbin.proof.history.Clue.Mark;
import org.openworkbin.proof.history.Clue.Sight;
import org.openworkbin.proof.history.Trail.Track;

/**
 * Looks for an order of an item's moves in which all clues are true, and each effect falls between
 * its request and its answer. It goes through time once and keeps all ways that things can have
 * gone; a move is made no sooner than a clue needs it (Lowe, "Testing for linearizability").
 */
final class Search {
  /** More ways than that are not looked at: whether one is possible is then not decided. */
  private static final int MOST_WAYS = 20_000;

  private final Trail trail;
  private final Scope scope;
  private final Leases leases;
  private final Set<Integer> effects = new LinkedHashSet<>();

  /** Those that nobody was answered; there are more and more of them. */
  private final Map<Alike, Set<Integer>> open = new LinkedHashMap<>();

  private final Set<Integer> sights = new LinkedHashSet<>();
  private Set<Config> ways;
  private long now;
  private boolean undecided;

  Search(Trail trail, Scope scope, Leases leases) {
    this.trail = trail;
    this.scope = scope;
    this.leases = leases;
    int[] positions = new int[trail.tracks().size()];
    trail.tracks().values().forEach(track -> positions[track.place()] = firstIn(track));
    this.ways = Set.of(Config.start(scope.start(), positions));
  }

  private int firstIn(Track track) {
    int first = 0;
    while (first < track.marks().size() && !scope.present().get(track.marks().get(first))) {
      first++;
    }
    return first;
  }

  /** Whether there were too many ways to find out. */
  boolean isUndecided() {
    return undecided;
  }

  /** The first clue that can't be true; empty where all can, or where that is not decided. */
  OptionalInt firstContradiction() {
    for (Moment moment : Moment.all(trail, scope)) {
      now = moment.time();
      int clue = moment.clue();
      boolean possible =
          moment.begins()
              ? begin(clue)
              : switch (trail.clues().get(clue)) {
                case Mark mark -> require(way -> isBehind(way, mark, clue));
                case Effect _, Sight _ -> end(clue);
                case End _ -> true;
              };
      if (undecided) {
        return OptionalInt.empty();
      }
      if (!possible) {
        return OptionalInt.of(clue);
      }
    }
    return OptionalInt.empty();
  }

  private boolean begin(int clue) {
    switch (trail.clues().get(clue)) {
      case Sight _ -> {
        sights.add(clue);
        replace(ways.stream().map(this::look).toList());
      }
      case Effect effect when effect.open() ->
          open.computeIfAbsent(Alike.of(effect), _ -> new LinkedHashSet<>()).add(clue);
      case Effect _, Mark _, End _ -> effects.add(clue);
    }
    return true;
  }

  private boolean end(int clue) {
    boolean possible = !scope.must().get(clue) || require(way -> way.has(clue));
    effects.remove(clue);
    sights.remove(clue);
    replace(ways.stream().map(way -> way.without(clue)).toList());
    return possible;
  }

  private boolean isBehind(Config way, Mark mark, int clue) {
    Track track = Objects.requireNonNull(trail.tracks().get(mark.bin()));
    return way.position(track.place()) > Collections.binarySearch(track.marks(), clue);
  }

  private void replace(Collection<Config> others) {
    ways = new LinkedHashSet<>(others);
  }

  /** Goes on with those ways alone that are so, or come to be so by moves that are asked for. */
  private boolean require(Predicate<Config> goal) {
    Set<Config> reached = new LinkedHashSet<>();
    ArrayDeque<Config> open = new ArrayDeque<>();
    for (Config way : ways) {
      if (goal.test(way)) {
        reached.add(way);
      } else {
        open.add(way);
      }
    }
    Set<Config> seen = new HashSet<>(open);
    while (!open.isEmpty() && seen.size() < MOST_WAYS) {
      for (Config next : next(open.remove())) {
        if (goal.test(next)) {
          reached.add(next);
        } else if (seen.add(next)) {
          open.add(next);
        }
      }
    }
    if (seen.size() >= MOST_WAYS) {
      undecided = true;
      return true;
    }
    ways = reached;
    forgetWhatAllUsed();
    return !reached.isEmpty();
  }

  /** An effect that nobody was told of has no end; once it is in all ways it needs no more care. */
  private void forgetWhatAllUsed() {
    if (ways.size() == 1) {
      for (int clue : ways.iterator().next().used()) {
        if (trail.clues().get(clue) instanceof Effect effect && effect.open()) {
          open.getOrDefault(Alike.of(effect), Set.of()).remove(clue);
          replace(ways.stream().map(way -> way.without(clue)).toList());
        }
      }
    }
  }

  /** What can come next. */
  private List<Config> next(Config way) {
    List<Config> all = new ArrayList<>();
    for (int clue : effects) {
      if (!way.has(clue)) {
        go(way, clue, all);
      }
    }
    for (Set<Integer> alike : open.values()) {
      for (int clue : alike) {
        if (!way.has(clue)) {
          go(way, clue, all);
          break;
        }
      }
    }
    goByItself(way, all);
    return all;
  }

  private void go(Config way, int clue, List<Config> all) {
    Effect effect = (Effect) trail.clues().get(clue);
    for (Step step : Step.of(effect, way.state(), scope.anybodyMayWrite(), trail.bins())) {
      go(way.with(clue), step, effect.from(), all);
    }
  }

  /** A hold or an offer that ends without a request. */
  private void goByItself(Config way, List<Config> all) {
    State state = way.state();
    if (state.kind() == State.Kind.OFFER) {
      all.add(look(way.to(Step.offerEnded(state).to())));
    } else if (state.kind() == State.Kind.HAND) {
      boolean disabled = leases.isDisabled(state.where(), now);
      if (disabled || leases.mayEnd(state, now, limits(way))) {
        for (Step step : Step.back(state, trail.bins())) {
          go(way, step, now, all);
        }
      }
      if (disabled) {
        trail.bins().forEach(bin -> go(way, Step.into(bin), now, all));
      }
    }
  }

  /**
   * The time before which the next change of the bin that the item goes back to can't have been.
   */
  private long limits(Config way) {
    Track track = trail.tracks().get(way.state().origin());
    if (track == null || way.position(track.place()) >= track.marks().size()) {
      return Long.MIN_VALUE;
    }
    return Trail.from(trail.clues().get(track.marks().get(way.position(track.place()))));
  }

  private void go(Config way, Step step, long asked, List<Config> all) {
    List<Config> moved = List.of(way.to(step.to()));
    moved = touch(moved, step.leaves().orElse(""), Change.Action.REMOVED, asked);
    moved = touch(moved, step.enters().orElse(""), Change.Action.ADDED, asked);
    moved = touch(moved, step.edits().orElse(""), Change.Action.UPDATED, asked);
    moved.forEach(each -> all.add(look(each)));
  }

  private List<Config> touch(List<Config> all, String bin, Change.Action action, long asked) {
    Track track = trail.tracks().get(bin);
    if (track == null) {
      return all;
    }
    List<Config> touched = new ArrayList<>();
    for (Config way : all) {
      positionsAfter(track, way.position(track.place()), action, asked)
          .forEach(position -> touched.add(way.at(track.place(), position)));
    }
    return touched;
  }

  /** Where the track can stand after a change: at the next mark's end, or in a gap. */
  private List<Integer> positionsAfter(
      Track track, int position, Change.Action action, long asked) {
    List<Integer> after = new ArrayList<>();
    if (asked <= track.begin()) {
      after.add(position);
    }
    for (int place = position; place < track.marks().size(); place++) {
      int clue = track.marks().get(place);
      Mark mark = (Mark) trail.clues().get(clue);
      if (track.gaps().get(place)) {
        after.add(place);
      }
      if (scope.must().get(clue)) {
        if (mark.change().action() == action && scope.from(mark) <= now) {
          after.add(place + 1);
        }
        return after;
      }
      after.add(place);
      after.add(place + 1);
    }
    End end = (End) trail.clues().get(track.end());
    if (track.openEnd() || !scope.must().get(track.end()) || scope.from(end) <= now) {
      after.add(track.marks().size());
    }
    return after;
  }

  /** Takes in what is seen to be so. */
  private Config look(Config way) {
    Config looked = way;
    for (int clue : sights) {
      if (!looked.has(clue) && ((Sight) trail.clues().get(clue)).seen().fits(looked.state())) {
        looked = looked.with(clue);
      }
    }
    return looked;
  }

  /** What makes no difference: of those that nobody was answered, one is as good as another. */
  private record Alike(String agent, Wish wish, long hold) {

    static Alike of(Effect effect) {
      return new Alike(effect.agent(), effect.wish(), effect.hold());
    }
  }
}
