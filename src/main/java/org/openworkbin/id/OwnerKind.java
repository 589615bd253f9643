package org.openworkbin.id;

import java.util.Arrays;
import java.util.Optional;

/**
 * The four kinds of owner a workbin is defined for; {@link #wireName()} is the contract's {@code
 * type}.
 */
public enum OwnerKind {
  AGENT(1, "Agent"),
  AGENT_GROUP(2, "AgentGroup"),
  PLACE(3, "Place"),
  PLACE_GROUP(4, "PlaceGroup");

  private final int code;
  private final String wireName;

  OwnerKind(int code, String wireName) {
    this.code = code;
    this.wireName = wireName;
  }

  /** The number that stands for this kind in the store; never changed once released. */
  public int code() {
    return code;
  }

  /** {@code Agent}, {@code AgentGroup}, {@code Place} or {@code PlaceGroup}. */
  public String wireName() {
    return wireName;
  }

  /** The kind with that {@link #code()}; an unknown code is a fault of the store. */
  public static OwnerKind ofCode(int code) {
    return Arrays.stream(values())
        .filter(kind -> kind.code == code)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no owner kind has code " + code));
  }

  /** The kind with that {@link #wireName()}, compared exactly. */
  public static Optional<OwnerKind> ofWireName(String name) {
    return Arrays.stream(values()).filter(kind -> kind.wireName.equals(name)).findFirst();
  }

  /** The id of an owner of this kind. */
  public OwnerId owner(String value) {
    return switch (this) {
      case AGENT -> new UserId(value);
      case AGENT_GROUP -> new AgentGroupId(value);
      case PLACE -> new PlaceId(value);
      case PLACE_GROUP -> new PlaceGroupId(value);
    };
  }
}
