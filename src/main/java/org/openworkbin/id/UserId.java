package org.openworkbin.id;

/** The id of a user: 32 lower-case hexadecimal digits where this server makes it. */
public record UserId(String value) implements OwnerId {
  public UserId {
    Ids.check(value);
  }

  @Override
  public OwnerKind kind() {
    return OwnerKind.AGENT;
  }
}
