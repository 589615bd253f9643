package org.openworkbin.directory;

/**
 * A named value for clients, which the server itself reads of a few groups only.
 *
 * @param name unique within its group
 * @param value a JSON text
 */
public record Setting(String group, String name, String value) implements DirectoryObject {

  /** Whether that can be the name of a group. */
  public static boolean isGroup(String name) {
    return name.matches("[A-Za-z0-9._-]{1,64}");
  }

  @Override
  public ObjectKey key() {
    return key(group, name);
  }

  @Override
  public String label() {
    return group + "/" + name;
  }

  /** The key of the setting of that name; a group's name has no slash. */
  public static ObjectKey key(String group, String name) {
    return new ObjectKey(ObjectKind.SETTING, group + "/" + name);
  }
}
