package org.openworkbin.supervision;

import org.openworkbin.http.Answer;
import org.openworkbin.http.Body;
import org.openworkbin.http.Caller;
import org.openworkbin.http.Query;
import org.openworkbin.http.Repetition;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Moves of several items with preview, result for each, and undo; an addition of ours. */
@RestController
final class MovesResource {
  private static final long MANY = 50;
  private static final long MOST = 200;

  private final MoveAnswers answers;
  private final RecentMoves recent;

  MovesResource(MoveAnswers answers, RecentMoves recent) {
    this.answers = answers;
    this.recent = recent;
  }

  @PostMapping("/api/v2/moves")
  Answer move(Caller caller, Query query, Body body, Repetition repetition) {
    return query.flag("preview")
        ? answers.preview(caller.id(), body)
        : answers.move(caller.id(), body, repetition);
  }

  @GetMapping("/api/v2/moves")
  Answer newest(Caller caller, Query query) {
    int limit = query.number("limit", 1, MOST).orElse(MANY).intValue();
    return Answer.of(answers.jsonFor(caller.id()).list(recent.newest(caller.id(), limit)));
  }

  @GetMapping("/api/v2/moves/{moveId}")
  Answer one(Caller caller, @PathVariable("moveId") String moveId) {
    return Answer.of(answers.jsonFor(caller.id()).one(recent.find(caller.id(), moveId)));
  }

  @PostMapping("/api/v2/moves/{moveId}")
  Answer operate(
      Caller caller, @PathVariable("moveId") String moveId, Body body, Repetition repetition) {
    if (!body.operationName().equals("Undo")) {
      throw Body.unknownOperation();
    }
    return answers.undo(
        caller.id(), repetition, () -> recent.undo(caller.id(), moveId, repetition.key()));
  }
}
