package org.openworkbin.center;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A mapping of the file, asked field by field. What is asked for and has the wrong type becomes a
 * problem and counts as absent; so does, after {@link #done}, a field that nobody asked for.
 */
final class YamlObject {
  private static final int MAX_LABEL = 255;

  private final String what;
  private final int line;
  private final Problems problems;
  private final Map<String, Node> keys = new LinkedHashMap<>();
  private final Map<String, Node> fields = new LinkedHashMap<>();
  private final TreeSet<String> asked = new TreeSet<>();

  YamlObject(String what, Node node, Problems problems) {
    this.what = what;
    this.line = lineOf(node);
    this.problems = problems;
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(this::take);
    } else {
      problems.add(line, what + " has to be a mapping of fields");
    }
  }

  private void take(NodeTuple field) {
    Node key = field.getKeyNode();
    if (!(key instanceof ScalarNode scalar)) {
      problems.add(lineOf(key), "the name of a field has to be a text");
    } else if (fields.putIfAbsent(scalar.getValue(), field.getValueNode()) != null) {
      problems.add(lineOf(key), "the field '" + scalar.getValue() + "' is there twice");
    } else {
      keys.put(scalar.getValue(), key);
    }
  }

  int line() {
    return line;
  }

  /** Whether the field is there, though perhaps empty. */
  boolean has(String field) {
    asked.add(field);
    return fields.containsKey(field);
  }

  /** The line of the field, or of the object where it has no such field. */
  int lineOf(String field) {
    Node key = keys.get(field);
    return key == null ? line : lineOf(key);
  }

  /** The value of the field; empty where it is absent or null. */
  Optional<Node> node(String field) {
    asked.add(field);
    return Optional.ofNullable(fields.get(field)).filter(node -> !isNull(node));
  }

  /** A text as it is written, quotes aside; empty where it is absent, null or {@code ""}. */
  Optional<Text> text(String field) {
    return node(field)
        .map(node -> scalar("'" + field + "'", node))
        .filter(text -> !text.value().isEmpty());
  }

  /** A text of at most so many characters. */
  Optional<Text> text(String field, int most) {
    Optional<Text> text = text(field);
    if (text.isPresent() && text.get().value().length() > most) {
      problems.add(text.get().line(), "'%s' has at most %d characters".formatted(field, most));
    }
    return text;
  }

  /** A short text on one line, such as a name. */
  Optional<Text> label(String field) {
    Optional<Text> text = text(field, MAX_LABEL);
    if (text.isPresent() && text.get().value().chars().anyMatch(Character::isISOControl)) {
      problems.add(text.get().line(), "'" + field + "' has no control character");
    }
    return text;
  }

  /** A text that has to be there. */
  Optional<Text> required(String field) {
    Optional<Text> text = text(field);
    if (text.isEmpty()) {
      problems.add(lineOf(field), what + " has no '" + field + "'");
    }
    return text;
  }

  /** {@code true} or {@code false}; empty where it is absent. */
  Optional<Boolean> flag(String field) {
    Optional<Text> text = text(field);
    if (text.isPresent() && !List.of("true", "false").contains(text.get().value())) {
      problems.add(text.get().line(), "'" + field + "' has to be true or false");
      return Optional.empty();
    }
    return text.map(Text::value).map(Boolean::valueOf);
  }

  /** A list of texts; one text alone is a list of one. */
  List<Text> texts(String field) {
    List<Text> texts = new ArrayList<>();
    for (Node item : items(field)) {
      Text text = scalar("an entry of '" + field + "'", item);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** A list of mappings, each of them called {@code each} in messages. */
  List<YamlObject> objects(String field, String each) {
    return items(field).stream().map(item -> new YamlObject(each, item, problems)).toList();
  }

  /** A mapping. */
  Optional<YamlObject> object(String field) {
    return node(field).map(node -> new YamlObject("'" + field + "'", node, problems));
  }

  /** A mapping of names to short values, in the order of the file. */
  Map<Text, Text> pairs(String field) {
    Map<Text, Text> pairs = new LinkedHashMap<>();
    object(field)
        .ifPresent(mapping ->
            mapping.keys.forEach((name, key) -> {
              Text value = scalar("'" + name + "'", mapping.fields.getOrDefault(name, key));
              if (value != null) {
                pairs.put(new Text(name, lineOf(key)), value);
              }
            }));
    return pairs;
  }

  /** A mapping of names to mappings of names to texts. */
  Map<String, Map<String, String>> sections(String field) {
    Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    object(field)
        .ifPresent(mapping ->
            mapping
                .fields
                .keySet()
                .forEach(section -> {
                  Map<String, String> texts = new LinkedHashMap<>();
                  mapping
                      .pairs(section)
                      .forEach((name, value) -> texts.put(name.value(), value.value()));
                  sections.put(section, texts);
                }));
    return sections;
  }

  /** Reports every field that was not asked for. */
  void done() {
    keys.forEach((field, key) -> {
      if (!asked.contains(field)) {
        problems.add(
            lineOf(key),
            "%s has no field '%s'; known are %s".formatted(what, field, String.join(", ", asked)));
      }
    });
  }

  private List<Node> items(String field) {
    Optional<Node> node = node(field);
    if (node.isEmpty()) {
      return List.of();
    }
    return switch (node.get()) {
      case SequenceNode list -> list.getValue();
      case ScalarNode single -> List.of(single);
      default -> {
        problems.add(lineOf(node.get()), "'" + field + "' has to be a list");
        yield List.of();
      }
    };
  }

  private @Nullable Text scalar(String name, Node node) {
    if (!(node instanceof ScalarNode scalar) || isNull(node)) {
      problems.add(lineOf(node), name + " has to be a text");
      return null;
    }
    if (scalar.getValue().chars().anyMatch(c -> c == 0)) {
      problems.add(lineOf(node), name + " has a NUL character");
      return null;
    }
    return new Text(scalar.getValue(), lineOf(node));
  }

  static int lineOf(Node node) {
    Mark start = node.getStartMark();
    return start == null ? 1 : start.getLine() + 1; // null where the node is from no file
  }

  static boolean isNull(Node node) {
    return Tag.NULL.equals(node.getTag());
  }
}
