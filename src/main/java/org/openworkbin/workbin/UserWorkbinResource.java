package org.openworkbin.workbin;

import org.openworkbin.http.Answer;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.KnownVersions;
import org.openworkbin.http.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reads of the workbins of somebody whom the caller looks after ({@code spec/workbins.md} 1, rows 3
 * and 5): with {@code /users} before the user's id, and without, as one page of the contract has
 * it.
 */
@RestController
final class UserWorkbinResource {
  static final String USERS = "/api/v2/users/{userId}/workbins";
  static final String BARE = "/api/v2/{userId:[0-9a-f]{32}}/workbins";

  private final Addressing addressing;
  private final Workbins workbins;
  private final ListAnswers lists;
  private final ReadAnswers reads;

  UserWorkbinResource(
      Addressing addressing, Workbins workbins, ListAnswers lists, ReadAnswers reads) {
    this.addressing = addressing;
    this.workbins = workbins;
    this.lists = lists;
    this.reads = reads;
  }

  @GetMapping({USERS, BARE})
  Answer list(
      Caller caller,
      @PathVariable("userId") String userId,
      Query query,
      ExternalUrl url,
      KnownVersions known) {
    return lists.list(
        new Read(subject(caller, userId), query, url, known), workbins.ofAgentsAndPlaces());
  }

  @GetMapping({USERS + "/{id}", BARE + "/{id}"})
  Answer one(
      Caller caller,
      @PathVariable("userId") String userId,
      @PathVariable("id") String id,
      Query query,
      ExternalUrl url,
      KnownVersions known) {
    return reads.one(new Read(subject(caller, userId), query, url, known), id);
  }

  @GetMapping({USERS + "/{id}/{medium}", BARE + "/{id}/{medium}"})
  Answer medium(
      Caller caller,
      @PathVariable("userId") String userId,
      @PathVariable("id") String id,
      @PathVariable("medium") String medium,
      Query query,
      ExternalUrl url,
      KnownVersions known) {
    return reads.medium(new Read(subject(caller, userId), query, url, known), id, medium);
  }

  private Subject subject(Caller caller, String userId) {
    return Subject.ofUser(caller.id(), addressing.user(caller.id(), userId));
  }
}
