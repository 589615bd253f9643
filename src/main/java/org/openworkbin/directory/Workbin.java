package org.openworkbin.directory;

import org.openworkbin.id.OwnerKind;
import org.openworkbin.id.WorkbinId;

/**
 * A workbin definition: each owner of its kind has a bin of it.
 *
 * @param name unique, the configuration name
 * @param displayName the label for people
 */
public record Workbin(WorkbinId id, String name, String displayName, OwnerKind ownerKind)
    implements DirectoryObject {

  @Override
  public ObjectKey key() {
    return key(id);
  }

  @Override
  public String label() {
    return name;
  }

  /** The key of the workbin with that id. */
  public static ObjectKey key(WorkbinId id) {
    return new ObjectKey(ObjectKind.WORKBIN, id.value());
  }
}
