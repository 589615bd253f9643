package org.openworkbin.administration;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Skill;
import org.openworkbin.directory.User;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Listing;
import org.openworkbin.http.Property;
import org.openworkbin.http.Shape;
import org.openworkbin.id.SkillId;

/** A skill that a user has, and how good he is at it. */
record KnownSkill(Skill skill, int level) {

  /** All that he has, by name. */
  static List<KnownSkill> of(User user, Directory directory) {
    return user.skills().keySet().stream()
        .flatMap(id -> of(user, id, directory))
        .sorted(Comparator.comparing(known -> known.skill().name()))
        .toList();
  }

  private static Stream<KnownSkill> of(User user, SkillId id, Directory directory) {
    int level = user.skills().getOrDefault(id, 0);
    return directory.skill(id).map(skill -> new KnownSkill(skill, level)).stream();
  }

  static Shape<KnownSkill> shape(ExternalUrl url) {
    return Shape.of(
        Property.text("id", known -> known.skill().id().value()),
        Property.text("name", known -> known.skill().name()),
        Property.digits("level", KnownSkill::level),
        Property.text("uri", known -> url.uri(SkillResource.path(known.skill()))),
        Property.text("path", known -> SkillResource.path(known.skill())));
  }

  static Listing<KnownSkill> listing(ExternalUrl url) {
    return new Listing<>(
        "skills", "skill", shape(url), known -> url.uri(SkillResource.path(known.skill())));
  }
}
