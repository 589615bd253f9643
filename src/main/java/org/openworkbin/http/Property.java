package org.openworkbin.http;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import tools.jackson.core.JsonGenerator;

/**
 * One member of the things of a {@link Shape}: its name, how it is written, and what it is filtered
 * and sorted by. Immutable.
 */
public final class Property<T> {
  private final String name;
  private final boolean subresource;
  private final Predicate<T> shown;
  private final BiConsumer<JsonGenerator, T> writer;
  private final Fields<T> fields;

  private Property(
      String name,
      boolean subresource,
      Predicate<T> shown,
      BiConsumer<JsonGenerator, T> writer,
      Fields<T> fields) {
    this.name = name;
    this.subresource = subresource;
    this.shown = shown;
    this.writer = writer;
    this.fields = fields;
  }

  /** A text that each thing has. */
  public static <T> Property<T> text(String name, Function<T, String> text) {
    return scalar(
        name,
        (out, thing) -> out.writeStringProperty(name, text.apply(thing)),
        thing -> List.of(FieldValue.of(text.apply(thing))));
  }

  /** A text that is left out where a thing has none. */
  public static <T> Property<T> optional(String name, Function<T, Optional<String>> text) {
    return scalar(
        name,
        (out, thing) ->
            text.apply(thing).ifPresent(present -> out.writeStringProperty(name, present)),
        thing -> text.apply(thing).stream().map(FieldValue::of).toList());
  }

  /** A text that is left out where it is empty. */
  public static <T> Property<T> nonEmpty(String name, Function<T, String> text) {
    return optional(
        name, thing -> Optional.of(text.apply(thing)).filter(found -> !found.isEmpty()));
  }

  /**
   * What somebody else knows how to write, its name included.
   *
   * @param fields what things are filtered and sorted by behind that name and a dot
   */
  public static <T> Property<T> members(
      String name, Function<T, Members> members, Fields<T> fields) {
    return new Property<>(
        name, false, _ -> true, (out, thing) -> members.apply(thing).write(out), fields);
  }

  /** What a thing is filtered and sorted by under that name, and never shown. */
  public static <T> Property<T> hidden(
      String name, Function<T, ? extends Collection<String>> texts) {
    return scalar(
        name, (_, _) -> {}, thing -> texts.apply(thing).stream().map(FieldValue::of).toList());
  }

  /** A number, which the contract writes as a text. */
  public static <T> Property<T> digits(String name, ToIntFunction<T> number) {
    return scalar(
        name,
        (out, thing) -> out.writeStringProperty(name, Integer.toString(number.applyAsInt(thing))),
        thing -> List.of(FieldValue.ofNumber(Integer.toString(number.applyAsInt(thing)))));
  }

  /** {@code true} or {@code false}. */
  public static <T> Property<T> flag(String name, Predicate<T> flag) {
    return scalar(
        name,
        (out, thing) -> out.writeBooleanProperty(name, flag.test(thing)),
        thing -> List.of(FieldValue.of(Boolean.toString(flag.test(thing)))));
  }

  /** An array of texts; one of them is enough for a filter. */
  public static <T> Property<T> texts(
      String name, Function<T, ? extends Collection<String>> texts) {
    return scalar(
        name,
        (out, thing) -> {
          out.writeArrayPropertyStart(name);
          texts.apply(thing).forEach(out::writeString);
          out.writeEndArray();
        },
        thing -> texts.apply(thing).stream().map(FieldValue::of).toList());
  }

  /** An object of objects of texts. Nothing is filtered or sorted by it. */
  public static <T> Property<T> sections(
      String name, Function<T, SortedMap<String, SortedMap<String, String>>> sections) {
    return new Property<>(
        name,
        false,
        _ -> true,
        (out, thing) -> {
          out.writeName(name);
          writeSections(out, sections.apply(thing));
        },
        _ -> Optional.empty());
  }

  /** An array of things of another shape; a dotted name is a field of theirs. */
  public static <T, S> Property<T> things(
      String name, Shape<S> shape, Function<T, ? extends Collection<S>> things) {
    return new Property<>(
        name,
        false,
        _ -> true,
        (out, thing) -> {
          out.writeArrayPropertyStart(name);
          things.apply(thing).forEach(each -> shape.write(out, each));
          out.writeEndArray();
        },
        inner ->
            shape
                .named(inner)
                .map(field ->
                    thing ->
                        things.apply(thing).stream()
                            .flatMap(each -> field.of(each).stream())
                            .toList()));
  }

  /** A thing of another shape, left out where there is none. */
  public static <T, S> Property<T> thing(
      String name, Shape<S> shape, Function<T, Optional<S>> inner) {
    return new Property<>(
        name,
        false,
        _ -> true,
        (out, thing) ->
            inner
                .apply(thing)
                .ifPresent(present -> {
                  out.writeName(name);
                  shape.write(out, present);
                }),
        field ->
            shape
                .named(field)
                .map(of ->
                    thing ->
                        inner.apply(thing).stream()
                            .flatMap(each -> of.of(each).stream())
                            .toList()));
  }

  private static <T> Property<T> scalar(
      String name, BiConsumer<JsonGenerator, T> writer, Field<T> field) {
    return new Property<>(
        name,
        false,
        _ -> true,
        writer,
        inner -> inner.isEmpty() ? Optional.of(field) : Optional.empty());
  }

  /** Writes such an object. */
  static void writeSections(
      JsonGenerator out, SortedMap<String, SortedMap<String, String>> sections) {
    out.writeStartObject();
    sections.forEach((section, options) -> {
      out.writeObjectPropertyStart(section);
      options.forEach(out::writeStringProperty);
      out.writeEndObject();
    });
    out.writeEndObject();
  }

  /** The same, and only there where it is asked for by {@code subresources} or by its name. */
  public Property<T> asSubresource() {
    return new Property<>(name, true, shown, writer, fields);
  }

  /** The same, but as if only those things had it; nobody can tell by a filter or an order. */
  public Property<T> where(Predicate<T> shown) {
    return new Property<>(name, subresource, this.shown.and(shown), writer, fields);
  }

  String name() {
    return name;
  }

  /** Whether it is asked for; {@code id} always is. */
  boolean isWanted(Selection wanted, Selection subresources) {
    if (subresource) {
      return subresources.has(name) || wanted.names().contains(name);
    }
    return wanted.isEmpty() || wanted.has(name) || name.equals("id");
  }

  /** Writes name and value, or nothing where the thing has none. */
  void write(JsonGenerator out, T thing) {
    if (shown.test(thing)) {
      writer.accept(out, thing);
    }
  }

  /** The field, or a field of what it holds; {@code inner} is the name behind the first dot. */
  Optional<Field<T>> field(String inner) {
    return fields
        .named(inner)
        .map(field -> thing -> shown.test(thing) ? field.of(thing) : List.of());
  }
}
