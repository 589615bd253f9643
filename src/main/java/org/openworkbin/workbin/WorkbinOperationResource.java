package org.openworkbin.workbin;

import java.util.List;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Body;
import org.openworkbin.http.Caller;
import org.openworkbin.http.Query;
import org.openworkbin.http.Repetition;
import org.openworkbin.id.UserId;
import org.openworkbin.refusal.Refusal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Operations on workbins: add, pull, subscribe, unsubscribe ({@code spec/workbins.md} 4 to 6). */
@RestController
final class WorkbinOperationResource {
  private final Addressing addressing;
  private final BinMoves moves;
  private final WorkbinSubscriptions subscriptions;
  private final SeveralWorkbins several;
  private final OperationAnswers answers;

  WorkbinOperationResource(
      Addressing addressing,
      BinMoves moves,
      WorkbinSubscriptions subscriptions,
      SeveralWorkbins several,
      OperationAnswers answers) {
    this.addressing = addressing;
    this.moves = moves;
    this.subscriptions = subscriptions;
    this.several = several;
    this.answers = answers;
  }

  @PostMapping({"/api/v2/workbins/{id}", "/api/v2/me/workbins/{id}"})
  Answer one(
      Caller caller, @PathVariable("id") String id, Query query, Body body, Repetition repetition) {
    Target target = addressing.find(caller.id(), id, OwnerNames.of(query));
    UserId user = caller.id();
    return switch (Operation.of(body)) {
      case Operation.Add add ->
          answers.move(
              repetition, (number, keep) -> moves.add(user, target.only(), add, number, keep));
      case Operation.Pull pull ->
          answers.move(
              repetition, (number, keep) -> moves.pull(user, target.only(), pull, number, keep));
      case Operation.Subscribe _ ->
          answers.plain(number -> subscriptions.subscribe(user, target, number));
      case Operation.Unsubscribe _ ->
          answers.plain(number -> subscriptions.unsubscribe(user, target, number));
    };
  }

  @PostMapping({"/api/v2/workbins", "/api/v2/me/workbins"})
  Answer several(Caller caller, Query query, Body body) {
    OwnerNames names = OwnerNames.of(query);
    boolean subscribe = isSubscription(body);
    List<String> ids = several.ids(query);
    if (ids.isEmpty()) {
      throw new Refusal.Missing("workbinIds").asException();
    }
    return answers.several(
        ids,
        (id, number) -> {
          Target target = addressing.findAmongSeveral(caller.id(), id, names);
          if (subscribe) {
            subscriptions.subscribe(caller.id(), target, number);
          } else {
            subscriptions.unsubscribe(caller.id(), target, number);
          }
        });
  }

  private static boolean isSubscription(Body body) {
    return switch (body.operationName()) {
      case "Subscribe" -> true;
      case "Unsubscribe" -> false;
      default -> throw Body.unknownOperation();
    };
  }
}
