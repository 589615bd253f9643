package org.openworkbin.directory;

import java.util.Arrays;
import java.util.Optional;

/** What kinds of things a contact centre is made of. */
public enum ObjectKind {
  USER(1, "user"),
  SKILL(2, "skill"),
  DEVICE(3, "device"),
  AGENT_GROUP(4, "agent group"),
  PLACE(5, "place"),
  PLACE_GROUP(6, "place group"),
  WORKBIN(7, "workbin"),
  QUEUE(8, "queue"),
  SETTING(9, "setting"),
  FEATURE(10, "feature");

  private final int code;
  private final String noun;

  ObjectKind(int code, String noun) {
    this.code = code;
    this.noun = noun;
  }

  /** The kind's number in the store; never changed once released. */
  public int code() {
    return code;
  }

  /** What people call one of them. */
  public String noun() {
    return noun;
  }

  /** Whether each thing of the kind has a number, as platform configuration has it. */
  public boolean isNumbered() {
    return this != SETTING && this != FEATURE;
  }

  /** The kind with that {@link #code()}. */
  public static ObjectKind ofCode(int code) {
    return Arrays.stream(values())
        .filter(kind -> kind.code == code)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no kind of thing " + code));
  }

  /** The kind with that {@link #noun()}. */
  public static Optional<ObjectKind> ofNoun(String noun) {
    return Arrays.stream(values()).filter(kind -> kind.noun.equals(noun)).findFirst();
  }
}
