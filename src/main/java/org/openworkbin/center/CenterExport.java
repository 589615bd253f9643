package org.openworkbin.center;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.DirectoryObject;
import org.openworkbin.directory.Feature;
import org.openworkbin.directory.ObjectForms;
import org.openworkbin.directory.Setting;
import org.openworkbin.directory.User;
import org.openworkbin.id.UserId;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Writes a contact centre as a contact-centre file, without interactions. Loaded into an empty
 * store it makes the same contact centre, and its export is the same text; loaded where it came
 * from it changes nothing.
 */
public final class CenterExport {
  private final Directory directory;
  private final ObjectForms forms;
  private final Function<UserId, Optional<String>> hashes;

  private CenterExport(Directory directory, Function<UserId, Optional<String>> hashes) {
    this.directory = directory;
    this.forms = new ObjectForms(directory.contactCenter());
    this.hashes = hashes;
  }

  /**
   * The file.
   *
   * @param hashes the password hashes that are to stand in it
   */
  public static String text(Directory directory, Function<UserId, Optional<String>> hashes) {
    return new CenterExport(directory, hashes).text();
  }

  private String text() {
    Map<String, Node> parts = new LinkedHashMap<>();
    parts.put("features", features());
    parts.put("places", list(directory.places()));
    parts.put("placeGroups", list(directory.placeGroups()));
    parts.put("skills", list(directory.skills()));
    parts.put("users", list(directory.users()));
    parts.put("devices", list(directory.devices()));
    parts.put("agentGroups", list(directory.agentGroups()));
    parts.put("workbins", list(directory.workbins()));
    parts.put("queues", list(directory.queues()));
    parts.put(
        "settings",
        list(
            directory.settingsGroups().stream()
                .flatMap(group -> directory.settings(group).stream())
                .toList()));
    StringBuilder file = new StringBuilder();
    parts.forEach((name, part) -> {
      file.append(file.isEmpty() ? "" : "\n");
      append(file, new MappingNode(Tag.MAP, List.of(member(name, part)), FlowStyle.BLOCK));
    });
    return file.toString();
  }

  private Node features() {
    List<Node> ids =
        directory.features().stream()
            .map(Feature::id)
            .sorted()
            .map(id -> scalar(Tag.STR, id))
            .toList();
    return new SequenceNode(Tag.SEQ, ids, FlowStyle.BLOCK);
  }

  private Node list(Collection<? extends DirectoryObject> objects) {
    List<Node> entries = new ArrayList<>();
    for (DirectoryObject object : objects) {
      entries.add(entry(object));
    }
    return new SequenceNode(Tag.SEQ, entries, FlowStyle.BLOCK);
  }

  private Node entry(DirectoryObject object) {
    Map<String, Object> form = new LinkedHashMap<>(forms.of(object));
    if (object instanceof User user) {
      hashes.apply(user.id()).ifPresent(hash -> form.put("passwordHash", hash));
    }
    if (object instanceof Setting setting) {
      form.put("value", ValueJson.node(setting.value()));
    }
    return node(form);
  }

  /** Each time a node of its own: one that stands in several places would get an anchor. */
  private static Node node(Object value) {
    return switch (value) {
      case Node node -> node;
      case Map<?, ?> map -> {
        List<NodeTuple> members = new ArrayList<>();
        map.forEach((name, each) -> members.add(member(name.toString(), node(each))));
        yield new MappingNode(Tag.MAP, members, FlowStyle.BLOCK);
      }
      case Collection<?> list -> {
        List<Node> items = new ArrayList<>();
        list.forEach(each -> items.add(node(each)));
        yield new SequenceNode(Tag.SEQ, items, FlowStyle.BLOCK);
      }
      case Boolean flag -> scalar(Tag.BOOL, flag.toString());
      case Integer number -> scalar(Tag.INT, number.toString());
      default -> scalar(Tag.STR, value.toString());
    };
  }

  private static NodeTuple member(String name, Node value) {
    return new NodeTuple(scalar(Tag.STR, name), value);
  }

  private static Node scalar(Tag tag, String text) {
    return new ScalarNode(tag, text, null, null, ScalarStyle.PLAIN);
  }

  private static void append(StringBuilder file, Node node) {
    DumperOptions options = new DumperOptions();
    options.setSplitLines(false);
    options.setIndicatorIndent(2);
    options.setIndentWithIndicator(true);
    StringWriter text = new StringWriter();
    new Yaml(options).serialize(node, text);
    file.append(text);
  }
}
