package org.openworkbin.http;

import java.util.List;
import java.util.Set;

/**
 * What a client wants to see: everything ({@code *}), or a list of names, or nothing.
 *
 * @param all whether {@code *} was among the names
 * @param names the other names as they were sent
 */
public record Selection(boolean all, Set<String> names) {
  public Selection {
    names = Set.copyOf(names);
  }

  /** Everything, as {@code *} asks for it. */
  public static Selection everything() {
    return new Selection(true, Set.of());
  }

  /** Nothing in particular. */
  static Selection nothing() {
    return new Selection(false, Set.of());
  }

  static Selection of(List<String> entries) {
    return new Selection(
        entries.contains("*"),
        Set.copyOf(entries.stream().filter(entry -> !entry.equals("*")).toList()));
  }

  /** Whether nothing was asked for. */
  public boolean isEmpty() {
    return !all && names.isEmpty();
  }

  /** Whether that name is wanted. */
  public boolean has(String name) {
    return all || names.contains(name);
  }
}
