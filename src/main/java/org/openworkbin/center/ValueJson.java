package org.openworkbin.center;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A JSON text as nodes of a file, which {@link NodeJson} makes the same JSON of. */
final class ValueJson {
  private static final Pattern INTEGER = Pattern.compile("-?[0-9]+");

  private final JsonParser json;

  private ValueJson(JsonParser json) {
    this.json = json;
  }

  /** The node of a JSON text. */
  static Node node(String text) {
    try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
      json.nextToken();
      return new ValueJson(json).node();
    }
  }

  /** The JSON text as it comes back after it was a node: the same without spaces. */
  static String compact(String text) {
    return NodeJson.text("the value", node(text), new Problems());
  }

  private Node node() {
    JsonToken token = json.currentToken();
    return switch (token) {
      case START_OBJECT -> {
        List<NodeTuple> members = new ArrayList<>();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
          json.nextToken();
          members.add(new NodeTuple(scalar(Tag.STR, name), node()));
        }
        yield new MappingNode(Tag.MAP, members, FlowStyle.BLOCK);
      }
      case START_ARRAY -> {
        List<Node> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          items.add(node());
        }
        yield new SequenceNode(Tag.SEQ, items, FlowStyle.BLOCK);
      }
      case VALUE_STRING -> scalar(Tag.STR, json.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(json.getString());
      case VALUE_TRUE, VALUE_FALSE -> scalar(Tag.BOOL, json.getString());
      case VALUE_NULL -> scalar(Tag.NULL, "null");
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("a stored value is no JSON");
    };
  }

  private static Node number(String text) {
    return scalar(INTEGER.matcher(text).matches() ? Tag.INT : Tag.FLOAT, text);
  }

  private static Node scalar(Tag tag, String text) {
    return new ScalarNode(tag, text, null, null, ScalarStyle.PLAIN);
  }
}
