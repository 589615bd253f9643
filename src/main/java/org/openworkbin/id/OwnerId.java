package org.openworkbin.id;

/** Who owns a bin: an agent, an agent group, a place or a place group. */
public sealed interface OwnerId permits UserId, AgentGroupId, PlaceId, PlaceGroupId {

  /** The opaque text of the id, as stored; unique within its kind only. */
  String value();

  /** The kind of owner that this id names. */
  OwnerKind kind();
}
