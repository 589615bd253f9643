package org.openworkbin.center;

import java.io.StringReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The text of a YAML file as a tree of nodes that know their lines. */
final class YamlFile {
  private static final int MAX_CHARACTERS = 256 * 1024 * 1024;
  private static final int MAX_DEPTH = 20;

  private YamlFile() {}

  /** The mapping that the file is; empty, with a problem told, where it is none. */
  static Optional<YamlObject> parse(String text, Problems problems) {
    try {
      Node root = new Yaml(options()).compose(new StringReader(text));
      if (root == null) {
        problems.add(1, "the file is empty");
        return Optional.empty();
      }
      return hasAnchor(root, problems)
          ? Optional.empty()
          : Optional.of(new YamlObject("the file", root, problems));
    } catch (MarkedYAMLException e) {
      problems.add(lineOf(e.getProblemMark()), "this is not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      problems.add(1, "this is not YAML: " + e.getMessage());
    }
    return Optional.empty();
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_CHARACTERS);
    options.setNestingDepthLimit(MAX_DEPTH);
    return options;
  }

  /** An anchor would let a node contain itself, so none is taken. */
  private static boolean hasAnchor(Node node, Problems problems) {
    if (node.getAnchor() != null) {
      problems.add(
          YamlObject.lineOf(node), "anchors (&" + node.getAnchor() + ") are not supported");
      return true;
    }
    return switch (node) {
      case MappingNode mapping ->
          mapping.getValue().stream()
              .anyMatch(field ->
                  hasAnchor(field.getKeyNode(), problems)
                      || hasAnchor(field.getValueNode(), problems));
      case SequenceNode list ->
          list.getValue().stream().anyMatch(item -> hasAnchor(item, problems));
      default -> false;
    };
  }

  private static int lineOf(@Nullable Mark mark) {
    return mark == null ? 1 : mark.getLine() + 1;
  }
}
