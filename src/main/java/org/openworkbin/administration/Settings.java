package org.openworkbin.administration;

import java.util.List;
import java.util.function.Function;
import org.openworkbin.directory.Author;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.FeatureGate;
import org.openworkbin.directory.ObjectKind;
import org.openworkbin.directory.Setting;
import org.openworkbin.directory.StoredDirectories;
import org.openworkbin.http.Body;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExpectedVersion;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Service;

/**
 * What a contact centre keeps for its clients: everybody reads it, administrators change it. Only
 * they know who may call from other sites. A change is in force when its call returns; thread-safe.
 */
@Service
final class Settings {
  private final StoredDirectories directories;
  private final Viewers viewers;
  private final FeatureGate features;
  private final SettingRules rules;

  Settings(
      StoredDirectories directories, Viewers viewers, FeatureGate features, SettingRules rules) {
    this.directories = directories;
    this.viewers = viewers;
    this.features = features;
    this.rules = rules;
  }

  /** The groups that are there for him. */
  List<SettingsGroup> groups(Caller caller) {
    Viewer viewer = viewers.of(caller);
    return SettingsGroup.all(viewer.directory()).stream()
        .filter(group -> isOn(group) && (viewer.isAdministrator() || !group.isSecret()))
        .toList();
  }

  /** The group of that name; a text that is no such name names nothing. */
  SettingsGroup group(Caller caller, String name) {
    SettingsGroup group = SettingsGroup.of(name);
    if (!Setting.isGroup(name) || !isOn(group)) {
      throw new Refusal.Unknown("group of settings", name).asException();
    }
    if (group.isSecret()) {
      viewers.of(caller).requireAdministrator("these settings");
    }
    return group;
  }

  /** The contact centre as it is; what is read after it is not older. */
  Directory now() {
    return directories.now();
  }

  /** The settings of a group, by name. */
  List<Setting> of(SettingsGroup group) {
    return directories.now().settings(group.name());
  }

  /** Adds a setting; there must be none of that name. */
  Directory create(Caller caller, String groupName, Body body) {
    SettingsGroup group = writable(caller, groupName);
    return change(
        caller,
        ExpectedVersion.any(),
        directory -> {
          Setting setting = rules.read(group, body);
          if (directory.object(setting.key()).isPresent()) {
            throw new Refusal.NameTaken(ObjectKind.SETTING.noun(), setting.name()).asException();
          }
          return DirectoryChange.of(setting);
        });
  }

  /** Gives a setting a whole new value, whether or not it is there. */
  Directory put(Caller caller, String groupName, Body body, ExpectedVersion expected) {
    SettingsGroup group = writable(caller, groupName);
    return change(caller, expected, _ -> DirectoryChange.of(rules.read(group, body)));
  }

  /** Removes a setting. */
  Directory remove(Caller caller, String groupName, Body body, ExpectedVersion expected) {
    SettingsGroup group = writable(caller, groupName);
    String name = SettingRules.name(group, body);
    return change(
        caller,
        expected,
        directory -> {
          if (directory.object(Setting.key(group.name(), name)).isEmpty()) {
            throw new Refusal.Unknown(ObjectKind.SETTING.noun(), name).asException();
          }
          return DirectoryChange.removing(Setting.key(group.name(), name));
        });
  }

  private SettingsGroup writable(Caller caller, String name) {
    viewers.of(caller).requireAdministrator("changes of settings");
    return group(caller, name);
  }

  /** He may have lost the role while others made their changes. */
  private Directory change(
      Caller caller, ExpectedVersion expected, Function<Directory, DirectoryChange> wish) {
    return directories.change(
        Author.of(caller.id(), caller.userName()),
        directory -> {
          viewers.of(caller).requireAdministrator("changes of settings");
          if (!expected.allows(Changes.tag(directory))) {
            throw new Refusal.Stale().asException();
          }
          return wish.apply(directory);
        });
  }

  private boolean isOn(SettingsGroup group) {
    return group.feature().map(features::has).orElse(true);
  }
}
