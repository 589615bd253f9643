package org.openworkbin.workbin;

import java.util.List;
import java.util.Optional;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Body;
import org.openworkbin.http.Caller;
import org.openworkbin.http.Fence;
import org.openworkbin.http.Query;
import org.openworkbin.http.Repetition;
import org.openworkbin.interaction.Features;
import org.openworkbin.refusal.Refusal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Operations on several workbins, or on all of them: subscribe, unsubscribe, statistics of an owner
 * ({@code spec/workbins.md} 6 and 7); and the release of what is in hand, wherever it came from.
 */
@RestController
final class WorkbinsOperationResource {
  private final Addressing addressing;
  private final Features features;
  private final WorkbinSubscriptions subscriptions;
  private final WorkbinStats stats;
  private final ItemOperations items;
  private final SeveralWorkbins several;
  private final OperationAnswers answers;

  WorkbinsOperationResource(
      Addressing addressing,
      Features features,
      WorkbinSubscriptions subscriptions,
      WorkbinStats stats,
      ItemOperations items,
      SeveralWorkbins several,
      OperationAnswers answers) {
    this.addressing = addressing;
    this.features = features;
    this.subscriptions = subscriptions;
    this.stats = stats;
    this.items = items;
    this.several = several;
    this.answers = answers;
  }

  @PostMapping({"/api/v2/workbins", "/api/v2/me/workbins"})
  Answer mine(Caller caller, Query query, Body body, Fence fence, Repetition repetition) {
    features.requireResource();
    if (body.operationName().equals("Release")) {
      return items.release(
          new ItemRequest(caller.id(), body, fence, repetition),
          Optional::empty,
          new Operation.Release(Operation.Items.one(body)));
    }
    return operate(Subject.own(caller.id()), query, body);
  }

  @PostMapping({UserWorkbinResource.USERS, UserWorkbinResource.BARE})
  Answer ofUser(Caller caller, @PathVariable("userId") String userId, Query query, Body body) {
    return operate(Subject.ofUser(caller.id(), addressing.user(caller.id(), userId)), query, body);
  }

  private Answer operate(Subject subject, Query query, Body body) {
    features.requireResource();
    return switch (body.operationName()) {
      case "Subscribe" ->
          isForAll(subject, query)
              ? answers.plain(number -> subscriptions.subscribeToAll(subject.caller(), number))
              : each(subject, query, subscriptions::subscribe);
      case "Unsubscribe" ->
          isForAll(subject, query)
              ? answers.plain(number -> subscriptions.unsubscribeFromAll(subject.caller(), number))
              : each(subject, query, subscriptions::unsubscribe);
      case "RequestAgentStats" -> {
        OwnerWish wish = OwnerWish.of(body);
        yield answers.plain(number -> stats.ofOwner(subject, wish, number));
      }
      default -> throw Body.unknownOperation();
    };
  }

  /** No word of any workbin or owner: everything that the caller himself may see is meant. */
  private static boolean isForAll(Subject subject, Query query) {
    return !subject.byUser()
        && query.optional("workbinIds").isEmpty()
        && !OwnerNames.of(query).any();
  }

  private Answer each(Subject subject, Query query, OnTarget operation) {
    OwnerNames names = OwnerNames.of(query);
    List<String> ids = several.ids(query);
    if (ids.isEmpty()) {
      throw new Refusal.Missing("workbinIds").asException();
    }
    return answers.several(
        ids,
        (id, number) ->
            operation.run(subject, addressing.findAmongSeveral(subject.user(), id, names), number));
  }

  /** Does something with the bins of one workbin. */
  @FunctionalInterface
  private interface OnTarget {
    void run(Subject subject, Target target, long number);
  }
}
