package org.openworkbin.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A contact centre as it is stored: everything that a {@link Directory} is made of.
 *
 * @param id a UUID that never changes
 * @param version rises by one with every change
 * @param objects what is in it; a feature that is missing is switched off
 * @param numbers of all numbered things that are or ever were in it; none is given twice
 */
public record ContactCenter(
    String id,
    long version,
    Map<ObjectKey, DirectoryObject> objects,
    Map<ObjectKey, Integer> numbers) {
  /** Low numbers are the platform's own in the system that the contract describes. */
  private static final int FIRST_NUMBER = 101;

  public ContactCenter {
    objects = Map.copyOf(objects);
    numbers = Map.copyOf(numbers);
  }

  /** One with those things in it, numbered in their order. */
  public static ContactCenter of(
      String id, long version, Collection<? extends DirectoryObject> objects) {
    ContactCenter empty = new ContactCenter(id, version - 1, Map.of(), Map.of());
    return empty.after(DirectoryChange.of(objects));
  }

  /** All things of one type, in no order. */
  public <T extends DirectoryObject> List<T> all(Class<T> type) {
    return objects.values().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Whether nothing and nobody is in it; features and settings do not count. */
  public boolean isEmpty() {
    return objects.keySet().stream().noneMatch(key -> key.kind().isNumbered());
  }

  /** This one after the change: with the next version, and with numbers for what is new. */
  public ContactCenter after(DirectoryChange change) {
    Map<ObjectKey, DirectoryObject> changed = new HashMap<>(objects);
    change.removals().forEach(changed::remove);
    changed.putAll(
        change.puts().stream()
            .collect(Collectors.toMap(DirectoryObject::key, Function.identity())));
    Map<ObjectKey, Integer> numbered = new HashMap<>(numbers);
    int last = numbers.values().stream().mapToInt(Integer::intValue).max().orElse(FIRST_NUMBER - 1);
    for (DirectoryObject object : change.puts()) {
      if (object.key().kind().isNumbered() && !numbered.containsKey(object.key())) {
        last++;
        numbered.put(object.key(), last);
      }
    }
    return new ContactCenter(id, version + 1, changed, numbered);
  }
}
