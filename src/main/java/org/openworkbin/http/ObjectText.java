package org.openworkbin.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A JSON object as the texts of its members, in their order: what is not touched stays as it was
 * written, digit by digit. Immutable.
 */
public final class ObjectText {
  private static final ObjectText EMPTY = new ObjectText(Map.of());

  private final Map<String, String> members;

  private ObjectText(Map<String, String> members) {
    this.members = Collections.unmodifiableMap(members);
  }

  /** The object without members. */
  public static ObjectText empty() {
    return EMPTY;
  }

  /**
   * The object in this text, which has to be one.
   *
   * @throws IllegalArgumentException where it is anything else, or has a key twice
   */
  public static ObjectText parse(String object) {
    Map<String, String> members = new LinkedHashMap<>();
    try (JsonParser json = JsonText.mapper().createParser(object)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("not a JSON object");
      }
      for (String name = json.nextName(); name != null; name = json.nextName()) {
        json.nextToken();
        members.put(name, valueText(object, json));
      }
    } catch (JacksonException malformed) {
      throw new IllegalArgumentException("not a JSON object", malformed);
    }
    return new ObjectText(members);
  }

  private static String valueText(String object, JsonParser json) {
    int start = Math.toIntExact(json.currentTokenLocation().getCharOffset());
    json.skipChildren();
    // Numbers, strings and literals are read to their end only when that is asked for.
    json.finishToken();
    int end = Math.toIntExact(json.currentLocation().getCharOffset());
    return object.substring(start, end).strip();
  }

  /** The keys, in their order. */
  public Set<String> names() {
    return members.keySet();
  }

  /** With these members too; where both have a key, theirs counts and the place stays. */
  public ObjectText with(ObjectText more) {
    Map<String, String> all = new LinkedHashMap<>(members);
    all.putAll(more.members);
    return new ObjectText(all);
  }

  /** With this text under that key. */
  public ObjectText with(String name, String text) {
    return with(new ObjectText(Map.of(name, JsonText.mapper().writeValueAsString(text))));
  }

  /** Without those keys, whether they are there or not. */
  public ObjectText without(Collection<String> names) {
    Map<String, String> rest = new LinkedHashMap<>(members);
    names.forEach(rest::remove);
    return new ObjectText(rest);
  }

  /** With those keys alone, and with {@code id}; all where nothing is selected. */
  public ObjectText only(Selection fields) {
    if (fields.isEmpty() || fields.all()) {
      return this;
    }
    return without(
        members.keySet().stream().filter(name -> !fields.has(name) && !name.equals("id")).toList());
  }

  /** The value under that key, as it was written. */
  public Optional<JsonValue> value(String name) {
    return Optional.ofNullable(members.get(name)).map(JsonValue::of);
  }

  /** The text under that key, where there is one and it is a text. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(members.get(name))
        .filter(value -> value.startsWith("\""))
        .map(value -> JsonText.mapper().readValue(value, String.class));
  }

  /** The object under that key, which has to be one. */
  public ObjectText object(String name) {
    return parse(members.getOrDefault(name, ""));
  }

  /** The number under that key, where it is an integer of 32 bits. */
  public OptionalInt integer(String name) {
    try {
      return OptionalInt.of(Integer.parseInt(members.getOrDefault(name, "")));
    } catch (NumberFormatException _) {
      return OptionalInt.empty();
    }
  }

  /** Every key at any depth, once for each time that it is there. */
  public List<String> allNames() {
    return tokens(JsonToken.PROPERTY_NAME);
  }

  /** Every text that is a value at any depth. */
  public List<String> allTexts() {
    return tokens(JsonToken.VALUE_STRING);
  }

  private List<String> tokens(JsonToken kind) {
    List<String> found = new ArrayList<>();
    try (JsonParser json = JsonText.mapper().createParser(toString())) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == kind) {
          found.add(json.getString());
        }
      }
    }
    return found;
  }

  /** The object as JSON. */
  @Override
  public String toString() {
    return members.entrySet().stream()
        .map(member ->
            JsonText.mapper().writeValueAsString(member.getKey()) + ":" + member.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
