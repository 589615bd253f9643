package org.openworkbin.administration;

import java.util.List;
import java.util.function.Predicate;
import org.openworkbin.directory.Feature;
import org.openworkbin.directory.FeatureGate;
import org.openworkbin.directory.ObjectKind;
import org.openworkbin.directory.User;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Query;
import org.openworkbin.presence.AgentParts;
import org.openworkbin.refusal.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who is who ({@code spec/foundations.md} 6.1), as far as the caller may know. */
@RestController
final class UserResource {
  private final Viewers viewers;
  private final FeatureGate features;
  private final AgentParts parts;

  UserResource(Viewers viewers, FeatureGate features, AgentParts parts) {
    this.viewers = viewers;
    this.features = features;
    this.parts = parts;
  }

  @GetMapping("/api/v2/users")
  Answer all(Caller caller, Query query, ExternalUrl url) {
    Viewer viewer = viewer(caller);
    Predicate<User> filter =
        NameFilter.of(
            query, user -> UserShape.names(user, viewer.directory().devicesOf(user.id())));
    List<User> known =
        viewer.directory().users().stream().filter(viewer::knows).filter(filter).toList();
    return UserShape.listing(viewer, parts, url).all(query, known, NameFilter.PARAMETERS);
  }

  @GetMapping("/api/v2/users/{id}")
  Answer one(Caller caller, @PathVariable("id") String id, Query query, ExternalUrl url) {
    Viewer viewer = viewer(caller);
    return UserShape.listing(viewer, parts, url).one(query, user(viewer, id));
  }

  @GetMapping("/api/v2/users/{id}/skills")
  Answer skills(Caller caller, @PathVariable("id") String id, Query query, ExternalUrl url) {
    return KnownSkill.listing(url).all(query, skills(caller, id));
  }

  @GetMapping("/api/v2/users/{id}/skills/{skillId}")
  Answer skill(
      Caller caller,
      @PathVariable("id") String id,
      @PathVariable("skillId") String skillId,
      Query query,
      ExternalUrl url) {
    return skills(caller, id).stream()
        .filter(known -> known.skill().id().value().equals(skillId))
        .findAny()
        .map(known -> KnownSkill.listing(url).one(query, known))
        .orElseThrow(() -> new Refusal.Unknown("skill", skillId).asException());
  }

  private List<KnownSkill> skills(Caller caller, String id) {
    Viewer viewer = viewer(caller);
    User user = user(viewer, id);
    if (!viewer.looksAfter(user)) {
      throw new Refusal.NotPermitted("this user's skills").asException();
    }
    return KnownSkill.of(user, viewer.directory());
  }

  private Viewer viewer(Caller caller) {
    features.requireResource(Feature.PROVISIONING_READ);
    return viewers.of(caller);
  }

  private static User user(Viewer viewer, String id) {
    User user = viewer.find(ObjectKind.USER, id, User.class);
    if (!viewer.knows(user)) {
      throw new Refusal.Unknown(ObjectKind.USER.noun(), id).asException();
    }
    return user;
  }
}
