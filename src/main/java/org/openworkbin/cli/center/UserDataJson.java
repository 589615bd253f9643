package org.openworkbin.cli.center;

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
 * Writes the user data of one interaction as the checked JSON text that the ledger takes: no
 * duplicate keys, no NUL, numbers as they are written, none of the keys that the platform sets.
 */
final class UserDataJson {
  /** Under this key stands the customer. */
  static final String CONTACT = "ContactId";

  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private final Problems problems;
  private final int line;
  private final StringWriter text = new StringWriter();
  private final JsonGenerator json =
      new JsonFactory().createGenerator(ObjectWriteContext.empty(), text);
  private final Set<String> topKeys = new HashSet<>();
  private int keys;
  private int priority;
  private String contact = "";

  /**
   * Begins the object.
   *
   * @param line where in the file the interaction is
   */
  UserDataJson(Problems problems, int line) {
    this.problems = problems;
    this.line = line;
    json.writeStartObject();
  }

  /** Adds a member that other fields of the file make. */
  void add(String key, Text value) {
    topKeys.add(key);
    keys++;
    json.writeName(key);
    writeText(value.value(), value.line());
    if (key.equals(CONTACT)) {
      contact = value.value();
    }
  }

  /** Adds the priority that another field of the file makes. */
  void addPriority(Text value) {
    topKeys.add(UserDataRules.PRIORITY);
    keys++;
    json.writeName(UserDataRules.PRIORITY);
    priority = integer(value.value()).orElse(0);
    json.writeNumber(priority);
    if (integer(value.value()).isEmpty()) {
      problems.add(value.line(), "'priority' has to be an integer");
    }
  }

  /** Adds what the file says under {@code userData}. */
  void addAll(Node node) {
    if (node instanceof MappingNode mapping) {
      writeMembers(mapping, topKeys, true);
    } else {
      problems.add(YamlObject.lineOf(node), "'userData' has to be a mapping");
    }
  }

  /** What the key {@code Priority} says, if it is an integer; else 0. */
  int priority() {
    return priority;
  }

  /** What the key {@code ContactId} says, if it is a text and not empty. */
  Optional<String> contact() {
    return Optional.of(contact).filter(id -> !id.isEmpty());
  }

  /** Ends the object. */
  String end() {
    json.writeEndObject();
    json.close();
    String written = text.toString();
    UserDataRules.problemOfSize(written, keys).ifPresent(problem -> problems.add(line, problem));
    return written;
  }

  private void write(Node node) {
    switch (node) {
      case MappingNode mapping -> {
        json.writeStartObject();
        writeMembers(mapping, new HashSet<>(), false);
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

  private void writeMembers(MappingNode mapping, Set<String> taken, boolean isTop) {
    for (NodeTuple member : mapping.getValue()) {
      Node key = member.getKeyNode();
      if (!(key instanceof ScalarNode scalar)) {
        problems.add(YamlObject.lineOf(key), "a key of the user data has to be a text");
        continue;
      }
      String name = scalar.getValue();
      keys++;
      if (!taken.add(name)) {
        problems.add(YamlObject.lineOf(key), "the user data have '" + name + "' twice");
      }
      if (isTop && UserDataRules.isPlatformKey(name)) {
        problems.add(YamlObject.lineOf(key), "only the server itself sets '" + name + "'");
      }
      checkText(name, YamlObject.lineOf(key));
      if (isTop
          && name.equals(UserDataRules.PRIORITY)
          && Tag.INT.equals(member.getValueNode().getTag())) {
        priority = integer(((ScalarNode) member.getValueNode()).getValue()).orElse(0);
      }
      if (isTop
          && name.equals(CONTACT)
          && Tag.STR.equals(member.getValueNode().getTag())
          && member.getValueNode() instanceof ScalarNode id) {
        contact = id.getValue();
      }
      json.writeName(name);
      write(member.getValueNode());
    }
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

  private static Optional<Integer> integer(String value) {
    try {
      return Optional.of(Integer.valueOf(value));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private void writeText(String value, int at) {
    checkText(value, at);
    json.writeString(value);
  }

  private void checkText(String value, int at) {
    UserDataRules.problemOf(value).ifPresent(problem -> problems.add(at, problem));
  }
}
