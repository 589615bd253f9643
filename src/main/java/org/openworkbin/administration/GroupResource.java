package org.openworkbin.administration;

import java.util.List;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Query;
import org.openworkbin.refusal.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The groups whose bins are addressed by their names. {@code type} filters as any property does, so
 * that a type that there is none of, such as {@code BusinessUnit}, leaves nothing; {@code
 * dispositions} is a type of its own, since desktops ask here for them.
 */
@RestController
final class GroupResource {
  private static final String DISPOSITIONS = "dispositions";

  private final Viewers viewers;

  GroupResource(Viewers viewers) {
    this.viewers = viewers;
  }

  @GetMapping("/api/v2/groups")
  Answer all(Caller caller, Query query, ExternalUrl url) {
    Viewer viewer = viewers.of(caller);
    return query.choices("type").contains(DISPOSITIONS)
        ? Disposition.listing(url).all(query, Disposition.all(viewer.directory()))
        : GroupShape.listing(viewer, url).all(query, Group.all(viewer.directory()));
  }

  @GetMapping("/api/v2/groups/{id}")
  Answer one(Caller caller, @PathVariable("id") String id, Query query, ExternalUrl url) {
    Viewer viewer = viewers.of(caller);
    return Group.all(viewer.directory()).stream()
        .filter(group -> group.id().equals(id))
        .findAny()
        .map(group -> GroupShape.listing(viewer, url).one(query, group))
        .orElseThrow(() -> new Refusal.Unknown("group", id).asException());
  }

  /** The agent groups that the caller is a member of. */
  @GetMapping("/api/v2/me/groups")
  Answer mine(Caller caller, Query query, ExternalUrl url) {
    Viewer viewer = viewers.of(caller);
    List<Group> his =
        viewer.directory().groupsOf(viewer.user().id()).stream()
            .<Group>map(Group.OfAgents::new)
            .toList();
    return GroupShape.listing(viewer, url).all(query, his);
  }
}
