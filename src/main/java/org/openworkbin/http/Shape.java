package org.openworkbin.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * How things of one kind stand on the wire: the object that each of them is, property by property,
 * and by which of these names lists are filtered and sorted. Immutable.
 */
public final class Shape<T> implements Fields<T> {
  private final Map<String, Property<T>> properties;

  private Shape(Map<String, Property<T>> properties) {
    this.properties = properties;
  }

  /** The shape with those properties, in this order. */
  @SafeVarargs
  public static <T> Shape<T> of(Property<T>... properties) {
    Map<String, Property<T>> byName = new LinkedHashMap<>();
    for (Property<T> property : properties) {
      byName.put(property.name(), property);
    }
    return new Shape<>(byName);
  }

  /**
   * Writes a thing with the properties that are asked for: all where nothing is, but no
   * subresources.
   */
  public void write(JsonGenerator out, T thing, Selection wanted, Selection subresources) {
    out.writeStartObject();
    for (Property<T> property : properties.values()) {
      if (property.isWanted(wanted, subresources)) {
        property.write(out, thing);
      }
    }
    out.writeEndObject();
  }

  /** Writes a thing without its subresources. */
  public void write(JsonGenerator out, T thing) {
    write(out, thing, Selection.nothing(), Selection.nothing());
  }

  /** A property, or with a dot what is in one ({@code skills.name}). */
  @Override
  public Optional<Field<T>> named(String name) {
    int dot = name.indexOf('.');
    String outer = dot < 0 ? name : name.substring(0, dot);
    String inner = dot < 0 ? "" : name.substring(dot + 1);
    return Optional.ofNullable(properties.get(outer)).flatMap(property -> property.field(inner));
  }
}
