package org.openworkbin.center;

import java.io.StringWriter;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.openworkbin.interaction.UserDataRules;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
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

  private final Problems problems;
  private final int line;
  private final StringWriter text = new StringWriter();
  private final JsonGenerator json =
      new JsonFactory().createGenerator(ObjectWriteContext.empty(), text);
  private final NodeJson values;
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
    this.values = new NodeJson("the user data", json, problems);
    json.writeStartObject();
  }

  /** Adds a member that other fields of the file make. */
  void add(String key, Text value) {
    topKeys.add(key);
    keys++;
    json.writeName(key);
    values.writeText(value.value(), value.line());
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
      writeMembers(mapping);
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
    UserDataRules.problemOfSize(written, keys + values.keys())
        .ifPresent(problem -> problems.add(line, problem));
    return written;
  }

  private void writeMembers(MappingNode mapping) {
    for (NodeTuple member : mapping.getValue()) {
      Optional<String> name = values.name(member, topKeys);
      if (name.isEmpty()) {
        continue;
      }
      keys++;
      Node value = member.getValueNode();
      if (UserDataRules.isPlatformKey(name.get())) {
        problems.add(
            YamlObject.lineOf(member.getKeyNode()),
            "only the server itself sets '" + name.get() + "'");
      }
      if (name.get().equals(UserDataRules.PRIORITY) && Tag.INT.equals(value.getTag())) {
        priority = integer(((ScalarNode) value).getValue()).orElse(0);
      }
      if (name.get().equals(CONTACT)
          && Tag.STR.equals(value.getTag())
          && value instanceof ScalarNode id) {
        contact = id.getValue();
      }
      json.writeName(name.get());
      values.write(value);
    }
  }

  private static Optional<Integer> integer(String value) {
    try {
      return Optional.of(Integer.valueOf(value));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
