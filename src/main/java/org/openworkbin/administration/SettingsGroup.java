package org.openworkbin.administration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Feature;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Listing;
import org.openworkbin.http.Property;
import org.openworkbin.http.Shape;

/**
 * A group of settings ({@code spec/foundations.md} 7). There are those that clients know, and any
 * other as soon as it has a setting.
 *
 * @param key what clients call the name of its settings
 * @param form how it is answered
 */
record SettingsGroup(String name, String displayName, String key, Form form) {
  static final SettingsGroup AGENT_STATES =
      new SettingsGroup("agent-states", "Agent States", "operationName", Form.STATES);
  static final SettingsGroup ACCESS_CONTROL =
      new SettingsGroup("access-control", "Access Control", "name", Form.LIST);
  private static final SettingsGroup VOICE =
      new SettingsGroup("voice", "Voice", "name", Form.OBJECT);
  private static final SettingsGroup VOICE_OPERATIONS =
      new SettingsGroup("voice-operations", "Voice Operations", "operationName", Form.LIST);
  private static final List<SettingsGroup> KNOWN =
      List.of(
          ACCESS_CONTROL,
          AGENT_STATES,
          new SettingsGroup(Disposition.GROUP, "Dispositions", "name", Form.LIST),
          new SettingsGroup("general-settings", "General Settings", "name", Form.OBJECT),
          new SettingsGroup("reporting", "Reporting", "name", Form.OBJECT),
          VOICE,
          VOICE_OPERATIONS);

  /** How the settings of a group are answered. */
  enum Form {
    /** An object, each setting a member of it. */
    OBJECT,
    /** An array of objects with name and value. */
    LIST,
    /** An array of the states that an agent can be in. */
    STATES
  }

  /** The group of that name, whether or not it has settings. */
  static SettingsGroup of(String name) {
    return KNOWN.stream()
        .filter(group -> group.name().equals(name))
        .findAny()
        .orElseGet(() -> new SettingsGroup(name, name, "name", Form.LIST));
  }

  /** Those that clients know, and those that have settings. */
  static List<SettingsGroup> all(Directory directory) {
    return Stream.concat(KNOWN.stream(), directory.settingsGroups().stream().map(SettingsGroup::of))
        .distinct()
        .toList();
  }

  /** The feature without which it does not exist. */
  Optional<Feature> feature() {
    return equals(VOICE) || equals(VOICE_OPERATIONS)
        ? Optional.of(Feature.VOICE)
        : Optional.empty();
  }

  /** Whether it says who may call, which is nobody's business but the administrators'. */
  boolean isSecret() {
    return equals(ACCESS_CONTROL);
  }

  static Listing<SettingsGroup> listing(ExternalUrl url) {
    Shape<SettingsGroup> shape =
        Shape.of(
            Property.text("name", SettingsGroup::name),
            Property.text("displayName", SettingsGroup::displayName),
            Property.text("key", SettingsGroup::key),
            Property.text("uri", group -> url.uri(group.path())),
            Property.text("path", SettingsGroup::path));
    return new Listing<>("settings", "setting", shape, group -> url.uri(group.path()));
  }

  String path() {
    return "/settings/" + name;
  }
}
