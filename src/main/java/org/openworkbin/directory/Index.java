package org.openworkbin.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Immutable things of one kind: in the order of their names, and by id and name. */
final class Index<K, V> {
  private final List<V> sorted;
  private final Map<K, V> byId;
  private final Map<String, V> byName;

  Index(Collection<V> all, Function<V, K> id, Function<V, String> name) {
    sorted = all.stream().sorted(Comparator.comparing(name)).toList();
    byId = HashMap.newHashMap(sorted.size());
    byName = HashMap.newHashMap(sorted.size());
    for (V each : sorted) {
      byId.put(id.apply(each), each);
      byName.put(name.apply(each), each);
    }
  }

  List<V> all() {
    return sorted;
  }

  Optional<V> byId(K id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<V> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The things again by something else, that each may have several of; in the order of names. */
  <G> Map<G, List<V>> by(Function<V, ? extends Collection<G>> keys) {
    Map<G, List<V>> grouped = new HashMap<>();
    for (V each : sorted) {
      for (G key : keys.apply(each)) {
        grouped.computeIfAbsent(key, none -> new ArrayList<>()).add(each);
      }
    }
    grouped.replaceAll((key, some) -> List.copyOf(some));
    return Map.copyOf(grouped);
  }
}
