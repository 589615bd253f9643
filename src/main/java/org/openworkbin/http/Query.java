package org.openworkbin.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openworkbin.refusal.Refusal;

/**
 * The parameters behind the question mark. Nobody has to know them all: who needs one asks for it.
 * One that stands there empty counts as absent. Immutable.
 */
public final class Query {
  private static final int MAX_LIMIT = 10_000;
  private static final Query NONE = new Query(Map.of());

  private final Map<String, List<String>> values;

  private Query(Map<String, List<String>> values) {
    this.values = values;
  }

  /** The parameters of a link; none where it has no question mark. */
  public static Query ofLink(String link) {
    int mark = link.indexOf('?');
    return parse(mark < 0 ? null : link.substring(mark + 1).replaceFirst("#.*", ""));
  }

  /** Reads the text between the question mark and the end of a URL; {@code null} where none is. */
  static Query parse(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return NONE;
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = PercentCode.decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : PercentCode.decode(pair.substring(equals + 1));
      if (!value.isEmpty()) {
        values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
      }
    }
    return new Query(values);
  }

  /** A parameter's value, the first where it is there several times. */
  public Optional<String> optional(String name) {
    List<String> found = values.get(name);
    return found == null ? Optional.empty() : Optional.of(found.getFirst());
  }

  /** The names that are there, without those that begin with {@code _}, which nobody looks at. */
  public Set<String> names() {
    return values.keySet().stream()
        .filter(name -> !name.startsWith("_"))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The entries of a comma list, in its order and each once; empty where it is absent. */
  public List<String> list(String name) {
    List<String> found = values.get(name);
    if (found == null) {
      return List.of();
    }
    return found.stream()
        .flatMap(value -> Stream.of(value.split(",")))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .distinct()
        .toList();
  }

  /**
   * What a parameter gives to choose from: each of its values as a whole, and each entry of those
   * that are comma lists.
   */
  public Set<String> choices(String name) {
    Set<String> choices = new LinkedHashSet<>(values.getOrDefault(name, List.of()));
    choices.addAll(list(name));
    return choices;
  }

  /** What {@code fields} asks for. */
  public Selection fields() {
    return Selection.of(list("fields"));
  }

  /** What {@code subresources} asks for. */
  public Selection subresources() {
    return Selection.of(list("subresources"));
  }

  /** Whether a parameter is {@code true}; false where it is absent. */
  public boolean flag(String name) {
    return switch (optional(name).orElse("")) {
      case "true" -> true;
      case "false", "" -> false;
      default ->
          throw new Refusal.Invalid(name, "The parameter " + name + " has to be true or false")
              .asException();
    };
  }

  /** {@code limit}, 1 to 10000; empty where the whole is asked for. */
  public OptionalInt limit() {
    Optional<Long> limit = number("limit", 1, MAX_LIMIT);
    return limit.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(limit.get()));
  }

  /** {@code offset}, 0 where it is absent. */
  public long offset() {
    return number("offset", 0, Long.MAX_VALUE).orElse(0L);
  }

  /** A whole number within bounds that are both allowed. */
  public Optional<Long> number(String name, long least, long most) {
    Optional<String> text = optional(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.get().matches("-?[0-9]{1,30}")) {
      throw new Refusal.Invalid(name, "The parameter " + name + " has to be a whole number")
          .asException();
    }
    try {
      long number = Long.parseLong(text.get());
      if (number >= least && number <= most) {
        return Optional.of(number);
      }
    } catch (NumberFormatException tooLong) {
      throw outOfRange(name, least, most);
    }
    throw outOfRange(name, least, most);
  }

  private static RuntimeException outOfRange(String name, long least, long most) {
    String bounds = most == Long.MAX_VALUE ? "at least " + least : "from " + least + " to " + most;
    return new Refusal.OutOfRange(name, "The parameter " + name + " has to be " + bounds)
        .asException();
  }
}
