package org.openworkbin.directory;

import java.util.Set;
import org.openworkbin.id.PlaceGroupId;
import org.openworkbin.id.PlaceId;

/** A group of places. */
public record PlaceGroup(PlaceGroupId id, String name, Set<PlaceId> places) {
  public PlaceGroup {
    places = Set.copyOf(places);
  }
}
