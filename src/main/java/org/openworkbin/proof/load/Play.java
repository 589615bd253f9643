package org.openworkbin.proof.load;

import java.util.Locale;

/** What the agents do. */
public enum Play {
  DESK("pull, work, park, release and complete, as a contact centre does"),
  PULLS("only pulls, of items made before"),
  RACE("all connections pull the same item at the same moment, one item after the other"),
  PARKS("only adds, of items held before"),
  MOVES("a supervisor moves items from bin to bin"),
  CREATES("create a work item and put it into a bin"),
  PAGES("only first pages of a bin");

  private final String description;

  Play(String description) {
    this.description = description;
  }

  /** A line of the help. */
  public String description() {
    return description;
  }

  /** Whether it pulls, and measures when listeners hear of it. */
  boolean measuresPulls() {
    return this == DESK || this == PULLS || this == RACE;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
