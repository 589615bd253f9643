package org.openworkbin.directory;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What integrations keep with a thing of the contact centre: sections of named texts, which mean
 * nothing to the server. On the wire these are a user's {@code settings} and a configuration
 * object's {@code userProperties}.
 *
 * @param sections in the order of their names, and so are the texts of each
 */
public record Annex(SortedMap<String, SortedMap<String, String>> sections) {
  /** Nothing kept. */
  public static final Annex NONE = new Annex(Collections.emptySortedMap());

  public Annex {
    SortedMap<String, SortedMap<String, String>> copy = new TreeMap<>();
    sections.forEach((section, options) -> {
      if (!options.isEmpty()) {
        copy.put(section, Collections.unmodifiableSortedMap(new TreeMap<>(options)));
      }
    });
    sections = Collections.unmodifiableSortedMap(copy);
  }

  /** The annex with those sections; an empty one is left out. */
  public static Annex of(Map<String, ? extends Map<String, String>> sections) {
    SortedMap<String, SortedMap<String, String>> sorted = new TreeMap<>();
    sections.forEach((section, options) -> sorted.put(section, new TreeMap<>(options)));
    return new Annex(sorted);
  }

  /** The text under that name. */
  public Optional<String> option(String section, String name) {
    return Optional.ofNullable(sections.get(section)).map(options -> options.get(name));
  }
}
