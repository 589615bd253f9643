package org.openworkbin.id;

/** The id of a user: 32 lower-case hexadecimal digits where this server makes it. */
public record UserId(String value) implements OwnerId {
  public UserId {
    Ids.check(value);
  }

  /** Whether a text that a client sent could be an id at all. */
  public static boolean isValid(String text) {
    return Ids.isValid(text);
  }

  @Override
  public OwnerKind kind() {
    return OwnerKind.AGENT;
  }
}
