package org.openworkbin.directory;

import java.util.Set;
import org.openworkbin.id.PlaceGroupId;
import org.openworkbin.id.PlaceId;

/** A group of places. */
public record PlaceGroup(PlaceGroupId id, String name, Set<PlaceId> places, Annex annex)
    implements DirectoryObject {
  public PlaceGroup {
    places = Set.copyOf(places);
  }

  public PlaceGroup(PlaceGroupId id, String name, Set<PlaceId> places) {
    this(id, name, places, Annex.NONE);
  }

  @Override
  public ObjectKey key() {
    return key(id);
  }

  @Override
  public String label() {
    return name;
  }

  /** The key of the place group with that id. */
  public static ObjectKey key(PlaceGroupId id) {
    return new ObjectKey(ObjectKind.PLACE_GROUP, id.value());
  }

  /** The same with those places instead. */
  public PlaceGroup withPlaces(Set<PlaceId> others) {
    return new PlaceGroup(id, name, others, annex);
  }
}
