package org.openworkbin.http;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Any JSON value as it was written, and a look into it. Immutable. */
public final class JsonValue {
  private final String json;
  private final JsonNode parsed;

  private JsonValue(String json, JsonNode parsed) {
    this.json = json;
    this.parsed = parsed;
  }

  /**
   * The value in this text.
   *
   * @throws IllegalArgumentException where it is no JSON, or has a key twice
   */
  public static JsonValue of(String json) {
    try {
      return new JsonValue(json, JsonText.mapper().readTree(json));
    } catch (JacksonException malformed) {
      throw new IllegalArgumentException("not JSON", malformed);
    }
  }

  /** The text, where it is one. */
  public Optional<String> text() {
    return parsed.isString() ? Optional.of(parsed.stringValue()) : Optional.empty();
  }

  /** The member of an object; empty where it is none or has no such member. */
  public Optional<JsonValue> member(String name) {
    return Optional.ofNullable(parsed.get(name)).map(JsonValue::of);
  }

  /** The elements, where it is an array. */
  public Optional<List<JsonValue>> elements() {
    return parsed.isArray()
        ? Optional.of(parsed.values().stream().map(JsonValue::of).toList())
        : Optional.empty();
  }

  private static JsonValue of(JsonNode node) {
    return new JsonValue(node.toString(), node);
  }

  /** The value as JSON. */
  @Override
  public String toString() {
    return json;
  }
}
