package org.openworkbin.proof.history;

import java.util.Arrays;

/** A way that things can have gone up to a time. Immutable. */
final class Config {
  private final State state;

  /** By track, how many of its marks are behind. */
  private final int[] positions;

  /** The clues that have been taken in although their time is not over, in order. */
  private final int[] used;

  private Config(State state, int[] positions, int[] used) {
    this.state = state;
    this.positions = positions;
    this.used = used;
  }

  static Config start(State state, int[] positions) {
    return new Config(state, positions.clone(), new int[0]);
  }

  State state() {
    return state;
  }

  int position(int track) {
    return positions[track];
  }

  int[] used() {
    return used.clone();
  }

  boolean has(int clue) {
    return Arrays.binarySearch(used, clue) >= 0;
  }

  Config with(int clue) {
    int[] more = Arrays.copyOf(used, used.length + 1);
    more[used.length] = clue;
    Arrays.sort(more);
    return new Config(state, positions, more);
  }

  Config without(int clue) {
    return has(clue)
        ? new Config(state, positions, Arrays.stream(used).filter(each -> each != clue).toArray())
        : this;
  }

  Config to(State other) {
    return new Config(other, positions, used);
  }

  Config at(int track, int position) {
    if (positions[track] == position) {
      return this;
    }
    int[] moved = positions.clone();
    moved[track] = position;
    return new Config(state, moved, used);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Config config
        && state.equals(config.state)
        && Arrays.equals(positions, config.positions)
        && Arrays.equals(used, config.used);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * state.hashCode() + Arrays.hashCode(positions)) + Arrays.hashCode(used);
  }
}
