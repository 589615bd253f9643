package org.openworkbin.center;

import java.util.List;

/**
 * What an import makes of one thing of the file.
 *
 * @param kind what it is, a noun
 * @param added whether the store does not have it yet
 * @param differences what is not as stored; empty where nothing is to be done
 */
public record Verdict(String kind, String name, boolean added, List<String> differences) {
  public Verdict {
    differences = List.copyOf(differences);
  }

  /** Whether the store has it like this already. */
  public boolean isUnchanged() {
    return !added && differences.isEmpty();
  }

  @Override
  public String toString() {
    if (added) {
      return "added      %s %s".formatted(kind, name);
    }
    return isUnchanged()
        ? "unchanged  %s %s".formatted(kind, name)
        : "changed    %s %s (%s)".formatted(kind, name, String.join(", ", differences));
  }
}
