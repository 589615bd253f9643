package org.openworkbin.id;

/** The id of a place: a desk somebody can sit at. */
public record PlaceId(String value) implements OwnerId {
  public PlaceId {
    Ids.check(value);
  }

  @Override
  public OwnerKind kind() {
    return OwnerKind.PLACE;
  }
}
