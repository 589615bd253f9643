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
 * Reads of the caller's workbins: the list, several by id, one, and one medium of one ({@code
 * spec/workbins.md} 3).
 */
@RestController
final class WorkbinResource {
  private final Workbins workbins;
  private final ListAnswers lists;
  private final ReadAnswers reads;

  WorkbinResource(Workbins workbins, ListAnswers lists, ReadAnswers reads) {
    this.workbins = workbins;
    this.lists = lists;
    this.reads = reads;
  }

  @GetMapping("/api/v2/workbins")
  Answer all(Caller caller, Query query, ExternalUrl url, KnownVersions known) {
    return lists.list(read(caller, query, url, known), workbins.all());
  }

  @GetMapping("/api/v2/me/workbins")
  Answer mine(Caller caller, Query query, ExternalUrl url, KnownVersions known) {
    return lists.list(read(caller, query, url, known), workbins.ofAgentsAndPlaces());
  }

  @GetMapping({"/api/v2/workbins/{id}", "/api/v2/me/workbins/{id}"})
  Answer one(
      Caller caller,
      @PathVariable("id") String id,
      Query query,
      ExternalUrl url,
      KnownVersions known) {
    return reads.one(read(caller, query, url, known), id);
  }

  @GetMapping({"/api/v2/workbins/{id}/{medium}", "/api/v2/me/workbins/{id}/{medium}"})
  Answer medium(
      Caller caller,
      @PathVariable("id") String id,
      @PathVariable("medium") String medium,
      Query query,
      ExternalUrl url,
      KnownVersions known) {
    return reads.medium(read(caller, query, url, known), id, medium);
  }

  private static Read read(Caller caller, Query query, ExternalUrl url, KnownVersions known) {
    return new Read(Subject.own(caller.id()), query, url, known);
  }
}
