package org.openworkbin.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.refusal.RefusedException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The JSON object that a request carries. Unknown members are ignored; {@code null} and the empty
 * text count as absent; an object with the same key twice is refused. Immutable.
 */
public final class Body {
  private final JsonNode members;

  private Body(JsonNode members) {
    this.members = members;
  }

  /** The object in these bytes; no bytes at all are an object without members. */
  static Body parse(byte[] json) {
    if (json.length == 0) {
      return new Body(JsonText.mapper().createObjectNode());
    }
    JsonNode parsed;
    try {
      parsed = JsonText.mapper().readTree(json);
    } catch (JacksonException malformed) {
      throw notAnObject();
    }
    if (!parsed.isObject()) {
      throw notAnObject();
    }
    return new Body(parsed);
  }

  /** What is to be done. */
  public String operationName() {
    return required("operationName");
  }

  /** The refusal of an {@link #operationName} that this resource does not have. */
  public static RefusedException unknownOperation() {
    return new Refusal.Invalid("operationName", "This resource has no such operation")
        .asException();
  }

  /** The text of a member that has to be there. */
  public String required(String name) {
    return optional(name).orElseThrow(() -> new Refusal.Missing(name).asException());
  }

  /** The text of a member; anything but text is refused. */
  public Optional<String> optional(String name) {
    return member(name).map(value -> text(name, value)).filter(text -> !text.isEmpty());
  }

  /** Whether a member is {@code true}, as a boolean or as text; false where it is absent. */
  public boolean flag(String name) {
    Optional<JsonNode> value = member(name);
    if (value.isPresent() && value.get().isBoolean()) {
      return value.get().booleanValue();
    }
    return switch (value.map(text -> text(name, text)).orElse("")) {
      case "true" -> true;
      case "false", "" -> false;
      default -> throw invalid(name, "true or false");
    };
  }

  /** The texts of an array; empty where it is absent, in the order of the array. */
  public List<String> texts(String name) {
    Optional<JsonNode> array = member(name);
    if (array.isEmpty()) {
      return List.of();
    }
    if (!array.get().isArray()) {
      throw invalid(name, "an array of texts");
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode value : array.get()) {
      if (!value.isNull() && !text(name, value).isEmpty()) {
        texts.add(text(name, value));
      }
    }
    return List.copyOf(texts);
  }

  private Optional<JsonNode> member(String name) {
    JsonNode value = members.get(name);
    return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  private static String text(String name, JsonNode value) {
    if (!value.isString()) {
      throw invalid(name, "a text");
    }
    return value.stringValue();
  }

  private static RefusedException invalid(String name, String expected) {
    return new Refusal.Invalid(name, "The parameter " + name + " has to be " + expected)
        .asException();
  }

  private static RefusedException notAnObject() {
    return new Refusal.Invalid("body", "The body is not a JSON object").asException();
  }
}
