package org.openworkbin.center;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.openworkbin.directory.DirectoryObject;

/**
 * The things of one kind by their names: those of the store, and those of the file, which win.
 *
 * @param <V> the record that such a thing is
 */
final class Register<V extends Record & DirectoryObject> {
  private static final int MAX_NAME = 255;

  private final String kind;
  private final Problems problems;
  private final Function<V, String> id;
  private final Function<V, String> name;
  private final Map<String, V> storedById = new HashMap<>();
  private final Map<String, V> byName = new HashMap<>();
  private final Map<String, V> written = new LinkedHashMap<>();
  private final Map<String, Integer> namesInFile = new HashMap<>();
  private final Set<String> idsInFile = new HashSet<>();

  Register(
      String kind,
      Collection<V> stored,
      Function<V, String> id,
      Function<V, String> name,
      Problems problems) {
    this.kind = kind;
    this.problems = problems;
    this.id = id;
    this.name = name;
    for (V each : stored) {
      storedById.put(id.apply(each), each);
      byName.put(name.apply(each), each);
    }
  }

  String kind() {
    return kind;
  }

  /**
   * The name that an entry of the file has. Where it is none, or one that another entry has, that
   * is a problem, and the answer only serves to look for more of them; the same goes for the id.
   */
  Text nameOf(YamlObject entry, String field) {
    Text text = entry.required(field).orElse(new Text("line " + entry.line(), entry.line()));
    Integer first = namesInFile.putIfAbsent(text.value(), text.line());
    if (first != null) {
      problems.add(
          text.line(), "the %s '%s' is on line %d already".formatted(kind, text.value(), first));
    }
    if (text.value().length() > MAX_NAME
        || text.value().chars().anyMatch(Character::isISOControl)
        || !text.value().equals(text.value().strip())) {
      problems.add(
          text.line(),
          "the name of a %s has at most %d characters, no control character,"
                  .formatted(kind, MAX_NAME)
              + " and no space at its ends");
    }
    return text;
  }

  /** The id of an entry: the file's, else that of the stored thing of this name, else a new one. */
  String idOf(YamlObject entry, Text entryName, Pattern form, Supplier<String> fresh) {
    Optional<String> known = Optional.ofNullable(byName.get(entryName.value())).map(id);
    Text given = entry.text("id").orElse(null);
    int line = given == null ? entryName.line() : given.line();
    String value = given == null ? known.orElseGet(fresh) : given.value();
    if (given != null && !form.matcher(value).matches()) {
      problems.add(line, "'%s' is not the id of a %s".formatted(value, kind));
    } else if (known.isPresent() && !known.get().equals(value)) {
      problems.add(
          line, "the %s '%s' has the id '%s'".formatted(kind, entryName.value(), known.get()));
    } else if (!idsInFile.add(value)) {
      problems.add(line, "the id '%s' is there twice".formatted(value));
    } else {
      return value;
    }
    return fresh.get();
  }

  /** What the store has under that id. */
  Optional<V> stored(String storedId) {
    return Optional.ofNullable(storedById.get(storedId));
  }

  /** Takes a thing of the file in, in the place of the stored one with its id. */
  void put(V thing) {
    V before = storedById.get(id.apply(thing));
    if (before != null) {
      byName.remove(name.apply(before), before);
    }
    byName.put(name.apply(thing), thing);
    written.put(id.apply(thing), thing);
  }

  /** The thing that a reference names; a name that is nowhere is a problem. */
  Optional<V> resolve(Text reference) {
    Optional<V> found = Optional.ofNullable(byName.get(reference.value()));
    if (found.isEmpty() && !namesInFile.containsKey(reference.value())) {
      problems.add(reference.line(), "there is no %s '%s'".formatted(kind, reference.value()));
    }
    return found;
  }

  /** The things of the file that the store does not have like this. */
  List<V> changes() {
    return written.values().stream().filter(thing -> !differences(thing).isEmpty()).toList();
  }

  /** A verdict on each thing of the file; {@code more} names differences that are not in it. */
  List<Verdict> verdicts(Function<V, List<String>> more) {
    List<Verdict> verdicts = new ArrayList<>();
    for (V thing : written.values()) {
      List<String> differences = new ArrayList<>(differences(thing));
      differences.addAll(more.apply(thing));
      verdicts.add(
          new Verdict(
              kind, name.apply(thing), !storedById.containsKey(id.apply(thing)), differences));
    }
    return verdicts;
  }

  private List<String> differences(V thing) {
    V before = storedById.get(id.apply(thing));
    return Arrays.stream(thing.getClass().getRecordComponents())
        .filter(part -> before == null || !Objects.equals(value(part, thing), value(part, before)))
        .map(RecordComponent::getName)
        .toList();
  }

  private static Object value(RecordComponent part, Record thing) {
    try {
      return part.getAccessor().invoke(thing);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
