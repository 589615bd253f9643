package org.openworkbin.id;

/** The id of a place group. */
public record PlaceGroupId(String value) implements OwnerId {
  public PlaceGroupId {
    Ids.check(value);
  }

  @Override
  public OwnerKind kind() {
    return OwnerKind.PLACE_GROUP;
  }
}
