package org.openworkbin.directory;

import org.openworkbin.id.PlaceId;

/** A desk that one agent at a time sits at. */
public record Place(PlaceId id, String name, Annex annex) implements DirectoryObject {

  public Place(PlaceId id, String name) {
    this(id, name, Annex.NONE);
  }

  @Override
  public ObjectKey key() {
    return key(id);
  }

  @Override
  public String label() {
    return name;
  }

  /** The key of the place with that id. */
  public static ObjectKey key(PlaceId id) {
    return new ObjectKey(ObjectKind.PLACE, id.value());
  }
}
