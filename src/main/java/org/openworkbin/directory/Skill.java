package org.openworkbin.directory;

import org.openworkbin.id.SkillId;

/**
 * Something that agents can be good at.
 *
 * @param description may be empty
 */
public record Skill(SkillId id, String name, String description, Annex annex)
    implements DirectoryObject {

  @Override
  public ObjectKey key() {
    return key(id);
  }

  @Override
  public String label() {
    return name;
  }

  /** The key of the skill with that id. */
  public static ObjectKey key(SkillId id) {
    return new ObjectKey(ObjectKind.SKILL, id.value());
  }
}
