package org.openworkbin.administration;

import org.openworkbin.directory.Feature;
import org.openworkbin.directory.FeatureGate;
import org.openworkbin.directory.ObjectKind;
import org.openworkbin.directory.Skill;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Listing;
import org.openworkbin.http.Property;
import org.openworkbin.http.Query;
import org.openworkbin.http.Shape;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The skills of the contact centre, for administrators ({@code spec/foundations.md} 6.2), and the
 * caller's own.
 */
@RestController
final class SkillResource {
  private final Viewers viewers;
  private final FeatureGate features;

  SkillResource(Viewers viewers, FeatureGate features) {
    this.viewers = viewers;
    this.features = features;
  }

  @GetMapping("/api/v2/skills")
  Answer all(Caller caller, Query query, ExternalUrl url) {
    return listing(url).all(query, administrator(caller).directory().skills());
  }

  @GetMapping("/api/v2/skills/{id}")
  Answer one(Caller caller, @PathVariable("id") String id, Query query, ExternalUrl url) {
    Skill skill = administrator(caller).find(ObjectKind.SKILL, id, Skill.class);
    return listing(url).one(query, skill);
  }

  @GetMapping("/api/v2/me/skills")
  Answer mine(Caller caller, Query query, ExternalUrl url) {
    Viewer viewer = viewers.of(caller);
    return KnownSkill.listing(url).all(query, KnownSkill.of(viewer.user(), viewer.directory()));
  }

  private Viewer administrator(Caller caller) {
    features.requireResource(Feature.PROVISIONING_READ);
    Viewer viewer = viewers.of(caller);
    viewer.requireAdministrator("skills");
    return viewer;
  }

  /** The level is that of nobody in particular. */
  private static Listing<Skill> listing(ExternalUrl url) {
    Shape<Skill> shape =
        Shape.of(
            Property.text("id", skill -> skill.id().value()),
            Property.text("name", Skill::name),
            Property.nonEmpty("description", Skill::description),
            Property.digits("level", _ -> 0),
            Property.text("uri", skill -> url.uri(path(skill))),
            Property.text("path", SkillResource::path));
    return new Listing<>("skills", "skill", shape, skill -> url.uri(path(skill)));
  }

  static String path(Skill skill) {
    return "/skills/" + skill.id().value();
  }
}
