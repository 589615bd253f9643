package org.openworkbin.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.refusal.RefusedException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The JSON object that a request carries. Unknown members are ignored; {@code null} and the empty
 * text count as absent; an object with the same key twice is refused. Immutable.
 */
public final class Body {
  private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

  private final byte[] json;
  private final JsonNode members;

  private Body(byte[] json, JsonNode members) {
    this.json = json;
    this.members = members;
  }

  /** The body of that request, which a resource can read again. */
  public static Body of(HttpServletRequest request) {
    return RequestBodies.json(request);
  }

  /** The object in these bytes; no bytes at all are an object without members. */
  static Body parse(byte[] json) {
    if (json.length == 0) {
      return new Body(NOTHING, JsonText.mapper().createObjectNode());
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
    return new Body(json, parsed);
  }

  private static Body of(JsonNode object) {
    return new Body(object.toString().getBytes(StandardCharsets.UTF_8), object);
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

  /** Whether a member is there, though perhaps empty; {@code null} counts as absent. */
  public boolean has(String name) {
    return member(name).isPresent();
  }

  /** A text, a number, {@code true} or {@code false}, as text; anything else is refused. */
  public Optional<String> scalar(String name) {
    return member(name).map(value -> scalar(name, value)).filter(text -> !text.isEmpty());
  }

  /** The texts or numbers of an array as texts, in its order; empty where it is absent. */
  public List<String> scalars(String name) {
    List<String> texts = new ArrayList<>();
    array(name).forEach(value -> texts.add(scalar(name, value)));
    return List.copyOf(texts);
  }

  private Iterable<JsonNode> array(String name) {
    Optional<JsonNode> array = member(name);
    if (array.isPresent() && !array.get().isArray()) {
      throw invalid(name, "an array");
    }
    return array.<Iterable<JsonNode>>map(value -> value).orElse(List.of());
  }

  /** A member that is an object, to be read like a body of its own. */
  public Optional<Body> part(String name) {
    return member(name).map(_ -> of(object(name, members)));
  }

  /** The objects of an array, each to be read like a body; empty where it is absent. */
  public List<Body> parts(String name) {
    List<Body> parts = new ArrayList<>();
    for (JsonNode value : array(name)) {
      if (!value.isObject()) {
        throw invalid(name, "an array of objects");
      }
      parts.add(of(value));
    }
    return List.copyOf(parts);
  }

  /** Sections of named texts; numbers and booleans count as texts. Empty where it is absent. */
  public Map<String, Map<String, String>> sections(String name) {
    Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    if (!has(name)) {
      return sections;
    }
    for (var section : object(name, members).properties()) {
      Map<String, String> texts = new LinkedHashMap<>();
      for (var text : object(section.getKey(), members.get(name)).properties()) {
        texts.put(text.getKey(), scalar(name, text.getValue()));
      }
      sections.put(section.getKey(), texts);
    }
    return sections;
  }

  private static JsonNode object(String name, JsonNode holder) {
    JsonNode value = holder.required(name);
    if (!value.isObject()) {
      throw invalid(name, "an object");
    }
    return value;
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

  /** The texts of an array, or the keys of an object; empty where it is absent. */
  public List<String> names(String name) {
    Optional<JsonNode> value = member(name);
    return value.filter(JsonNode::isObject).isPresent()
        ? List.copyOf(value.get().propertyNames())
        : texts(name);
  }

  /** A text, or the texts of an array; empty where it is absent. */
  public List<String> oneOrMore(String name) {
    return member(name).filter(JsonNode::isArray).isPresent()
        ? texts(name)
        : optional(name).stream().toList();
  }

  /**
   * What the members of an object may be: each is a text, a number, {@code true} or {@code false},
   * or an array of such; as texts. Empty where it is absent.
   */
  public Map<String, Set<String>> choices(String name) {
    Map<String, Set<String>> choices = new LinkedHashMap<>();
    Optional<JsonNode> object = member(name);
    if (object.isEmpty()) {
      return choices;
    }
    if (!object.get().isObject()) {
      throw invalid(name, "an object");
    }
    for (var choice : object.get().properties()) {
      JsonNode value = choice.getValue();
      Set<String> texts = new LinkedHashSet<>();
      for (JsonNode one : value.isArray() ? value : List.of(value)) {
        if (one.isNull() || !one.isValueNode()) {
          throw invalid(name, "an object of texts, numbers or arrays of them");
        }
        texts.add(one.asString());
      }
      choices.put(choice.getKey(), texts);
    }
    return choices;
  }

  /** A whole number; anything else is refused. */
  public OptionalLong number(String name) {
    Optional<JsonNode> value = member(name);
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!value.get().isIntegralNumber() || !value.get().canConvertToLong()) {
      throw invalid(name, "a whole number");
    }
    return OptionalLong.of(value.get().longValue());
  }

  /** A member of any kind, as it was written. */
  public Optional<JsonValue> value(String name) {
    return member(name).flatMap(_ -> whole().value(name));
  }

  /** A member that is an object, as it was written; anything but an object is refused. */
  public Optional<ObjectText> object(String name) {
    Optional<JsonNode> value = member(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!value.get().isObject()) {
      throw invalid(name, "an object");
    }
    return Optional.of(whole().object(name));
  }

  /** What it was to be done with: all but the {@code operationName}, as it was written. */
  public ObjectText draft() {
    return whole().without(List.of("operationName"));
  }

  private ObjectText whole() {
    try {
      return ObjectText.parse(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString());
    } catch (CharacterCodingException otherCharset) {
      throw notAnObject();
    }
  }

  private Optional<JsonNode> member(String name) {
    JsonNode value = members.get(name);
    return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  private static String scalar(String name, JsonNode value) {
    if (value.isNull() || !value.isValueNode()) {
      throw invalid(name, "a text or a number");
    }
    return value.asString();
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
