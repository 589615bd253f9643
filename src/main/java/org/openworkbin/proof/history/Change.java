package org.openworkbin.proof.history;

/** What a bin's revision did to one of its items. */
public record Change(long revision, Action action, String item) {

  /** What happened to the item, as {@code action} of the message says. */
  public enum Action {
    ADDED,
    REMOVED,
    UPDATED
  }
}
