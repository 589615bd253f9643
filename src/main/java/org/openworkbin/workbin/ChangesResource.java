package org.openworkbin.workbin;

import org.openworkbin.http.Answer;
import org.openworkbin.http.Caller;
import org.openworkbin.http.Query;
import org.openworkbin.id.UserId;
import org.openworkbin.refusal.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What happened in a bin after a revision; an addition of ours. */
@RestController
final class ChangesResource {
  private static final int MANY = 1_000;

  private final Addressing addressing;
  private final BinChanges changes;

  ChangesResource(Addressing addressing, BinChanges changes) {
    this.addressing = addressing;
    this.changes = changes;
  }

  @GetMapping({"/api/v2/workbins/{id}/changes", "/api/v2/me/workbins/{id}/changes"})
  Answer since(Caller caller, @PathVariable("id") String id, Query query) {
    return since(caller, caller.id(), id, query);
  }

  @GetMapping({
    "/api/v2/users/{userId}/workbins/{id}/changes",
    "/api/v2/{userId:[0-9a-f]{32}}/workbins/{id}/changes"
  })
  Answer sinceOfUser(
      Caller caller,
      @PathVariable("userId") String userId,
      @PathVariable("id") String id,
      Query query) {
    return since(caller, addressing.user(caller.id(), userId), id, query);
  }

  private Answer since(Caller caller, UserId user, String id, Query query) {
    long since =
        query
            .number("since", 0, Long.MAX_VALUE)
            .orElseThrow(() -> new Refusal.Missing("since").asException());
    Target target = addressing.find(user, id, OwnerNames.of(query));
    return Answer.of(
        OperationJson.replay(
            changes.since(caller.id(), target.only(), since, query.limit().orElse(MANY))));
  }
}
