package org.openworkbin.center;

import java.io.StringWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.openworkbin.interaction.UserDataRules;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes nodes of the file as JSON: no duplicate keys, no NUL, numbers, {@code null}, {@code true}
 * and {@code false} as they are written.
 */
final class NodeJson {
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private final String what;
  private final JsonGenerator json;
  private final Problems problems;
  private int keys;

  /**
   * @param what the values belong to, for messages
   */
  NodeJson(String what, JsonGenerator json, Problems problems) {
    this.what = what;
    this.json = json;
    this.problems = problems;
  }

  /** One node as a JSON text. */
  static String text(String what, Node node, Problems problems) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      new NodeJson(what, json, problems).write(node);
    }
    return text.toString();
  }

  /** How many keys there were in what was written, at any depth. */
  int keys() {
    return keys;
  }

  void write(Node node) {
    switch (node) {
      case MappingNode mapping -> {
        json.writeStartObject();
        Set<String> taken = new HashSet<>();
        for (NodeTuple member : mapping.getValue()) {
          writeMember(member, taken);
        }
        json.writeEndObject();
      }
      case SequenceNode list -> {
        json.writeStartArray();
        list.getValue().forEach(this::write);
        json.writeEndArray();
      }
      case ScalarNode scalar -> writeScalar(scalar);
      default -> throw new IllegalStateException("a node is none of the three kinds");
    }
  }

  private void writeMember(NodeTuple member, Set<String> taken) {
    Optional<String> name = name(member, taken);
    if (name.isPresent()) {
      keys++;
      json.writeName(name.get());
      write(member.getValueNode());
    }
  }

  /** The key of a member, which is one of those that are taken from now on. */
  Optional<String> name(NodeTuple member, Set<String> taken) {
    Node key = member.getKeyNode();
    if (!(key instanceof ScalarNode scalar)) {
      problems.add(YamlObject.lineOf(key), "a key of " + what + " has to be a text");
      return Optional.empty();
    }
    String name = scalar.getValue();
    if (!taken.add(name)) {
      problems.add(YamlObject.lineOf(key), what + " have '" + name + "' twice");
    }
    checkText(name, YamlObject.lineOf(key));
    return Optional.of(name);
  }

  private void writeScalar(ScalarNode scalar) {
    String value = scalar.getValue();
    Tag tag = scalar.getTag();
    int at = YamlObject.lineOf(scalar);
    if (Tag.NULL.equals(tag)) {
      json.writeNull();
    } else if (Tag.BOOL.equals(tag)) {
      if (!List.of("true", "false").contains(value)) {
        problems.add(at, "write true or false, or '%s' in quotes".formatted(value));
      }
      json.writeBoolean(value.equals("true"));
    } else if (Tag.INT.equals(tag) || Tag.FLOAT.equals(tag)) {
      writeNumber(value, at);
    } else {
      writeText(value, at);
    }
  }

  private void writeNumber(String value, int at) {
    if (NUMBER.matcher(value).matches()) {
      json.writeNumber(value);
    } else {
      problems.add(at, "'%s' is not a number in JSON; put it in quotes".formatted(value));
      json.writeNull();
    }
  }

  void writeText(String value, int at) {
    checkText(value, at);
    json.writeString(value);
  }

  private void checkText(String value, int at) {
    UserDataRules.problemOf(value).ifPresent(problem -> problems.add(at, problem));
  }
}
