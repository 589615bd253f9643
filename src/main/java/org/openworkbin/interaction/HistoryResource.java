package org.openworkbin.interaction;

import org.openworkbin.directory.Directories;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Caller;
import org.openworkbin.http.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The way of an interaction, newest step first; an addition of ours. */
@RestController
final class HistoryResource {
  private static final int MANY = 100;

  private final Histories histories;
  private final Directories directories;

  HistoryResource(Histories histories, Directories directories) {
    this.histories = histories;
    this.directories = directories;
  }

  @GetMapping("/api/v2/interactions/{id}/history")
  Answer history(Caller caller, @PathVariable("id") String id, Query query) {
    return Answer.of(
        HistoryJson.of(
            histories.of(caller.id(), id, query.limit().orElse(MANY)), directories.now()));
  }
}
