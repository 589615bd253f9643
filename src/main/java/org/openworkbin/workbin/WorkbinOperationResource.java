package org.openworkbin.workbin;

import java.util.function.Supplier;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Body;
import org.openworkbin.http.Caller;
import org.openworkbin.http.Fence;
import org.openworkbin.http.Query;
import org.openworkbin.http.Repetition;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Operations on one workbin: add, pull, release, subscribe, unsubscribe, statistics ({@code
 * spec/workbins.md} 4 to 7).
 */
@RestController
final class WorkbinOperationResource {
  private final Addressing addressing;
  private final ItemOperations items;
  private final WorkbinSubscriptions subscriptions;
  private final WorkbinStats stats;
  private final OperationAnswers answers;

  WorkbinOperationResource(
      Addressing addressing,
      ItemOperations items,
      WorkbinSubscriptions subscriptions,
      WorkbinStats stats,
      OperationAnswers answers) {
    this.addressing = addressing;
    this.items = items;
    this.subscriptions = subscriptions;
    this.stats = stats;
    this.answers = answers;
  }

  @PostMapping({"/api/v2/workbins/{id}", "/api/v2/me/workbins/{id}"})
  Answer mine(
      Caller caller,
      @PathVariable("id") String id,
      Query query,
      Body body,
      Fence fence,
      Repetition repetition) {
    ItemRequest request = new ItemRequest(caller.id(), body, fence, repetition);
    return operate(Subject.own(caller.id()), id, OwnerNames.of(query), request);
  }

  @PostMapping({UserWorkbinResource.USERS + "/{id}", UserWorkbinResource.BARE + "/{id}"})
  Answer ofUser(
      Caller caller,
      @PathVariable("userId") String userId,
      @PathVariable("id") String id,
      Query query,
      Body body,
      Fence fence,
      Repetition repetition) {
    Subject subject = Subject.ofUser(caller.id(), addressing.user(caller.id(), userId));
    ItemRequest request = new ItemRequest(caller.id(), body, fence, repetition);
    return operate(subject, id, OwnerNames.of(query), request);
  }

  private Answer operate(Subject subject, String id, OwnerNames names, ItemRequest request) {
    Supplier<Target> target = () -> addressing.find(subject.user(), id, names);
    return switch (Operation.of(request.body())) {
      case Operation.OnItems operation -> items.run(request, () -> target.get().only(), operation);
      case Operation.Subscribe _ ->
          answers.plain(number -> subscriptions.subscribe(subject, target.get(), number));
      case Operation.Unsubscribe _ ->
          answers.plain(number -> subscriptions.unsubscribe(subject, target.get(), number));
      case Operation.RequestStats _ ->
          answers.plain(number -> stats.ofWorkbin(subject, target.get(), number));
    };
  }
}
