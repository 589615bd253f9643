package org.openworkbin.id;

/** The id of a skill. */
public record SkillId(String value) {
  public SkillId {
    Ids.check(value);
  }
}
