package org.openworkbin.id;

/**
 * The id of a workbin definition, a lower-case UUID; one definition has a bin for each owner of its
 * kind.
 */
public record WorkbinId(String value) {
  public WorkbinId {
    Ids.check(value);
  }

  /** Whether a text that a client sent could be an id at all. */
  public static boolean isValid(String text) {
    return Ids.isValid(text);
  }
}
