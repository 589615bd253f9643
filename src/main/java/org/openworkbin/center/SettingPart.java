package org.openworkbin.center;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.DirectoryObject;
import org.openworkbin.directory.ObjectKey;
import org.openworkbin.directory.Setting;
import org.yaml.snakeyaml.nodes.Node;

/** Reads settings for clients: group, name, and any value, which becomes JSON. */
final class SettingPart {
  private final Directory stored;
  private final Problems problems;
  private final Map<ObjectKey, Setting> written = new LinkedHashMap<>();

  SettingPart(Directory stored, Problems problems) {
    this.stored = stored;
    this.problems = problems;
  }

  void read(YamlObject file) {
    for (YamlObject entry : file.objects("settings", "a setting")) {
      Optional<Text> group = entry.required("group");
      Optional<Text> name = entry.required("name");
      Optional<Node> value = entry.node("value");
      if (value.isEmpty()) {
        problems.add(entry.lineOf("value"), "a setting has no 'value'");
      }
      entry.done();
      if (group.isPresent() && name.isPresent() && value.isPresent()) {
        put(group.get(), name.get(), value.get());
      }
    }
  }

  private void put(Text group, Text name, Node value) {
    if (!group.value().matches("[A-Za-z0-9._-]{1,64}")) {
      problems.add(group.line(), "the name of a group has 1 to 64 of A-Z a-z 0-9 . _ -");
      return;
    }
    String json = NodeJson.text("the value", value, problems);
    Setting setting = new Setting(group.value(), name.value(), json);
    if (written.putIfAbsent(setting.key(), setting) != null) {
      problems.add(name.line(), "the setting '" + setting.label() + "' is there twice");
    }
  }

  /** Those that are not as stored. */
  List<Setting> changes() {
    return written.values().stream()
        .filter(setting -> !stored(setting).filter(setting::equals).isPresent())
        .toList();
  }

  List<Verdict> verdicts() {
    return written.values().stream().map(this::verdict).toList();
  }

  private Verdict verdict(Setting setting) {
    Optional<DirectoryObject> before = stored(setting);
    boolean same = before.filter(setting::equals).isPresent();
    return new Verdict(
        "setting", setting.label(), before.isEmpty(), same ? List.of() : List.of("value"));
  }

  /** As the file would have it: the same JSON may be written in several ways. */
  private Optional<DirectoryObject> stored(Setting setting) {
    return stored
        .object(setting.key())
        .filter(Setting.class::isInstance)
        .map(Setting.class::cast)
        .map(before ->
            new Setting(before.group(), before.name(), ValueJson.compact(before.value())));
  }
}
