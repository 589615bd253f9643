package org.openworkbin.workbin;

import java.util.List;
import java.util.Optional;
import org.openworkbin.http.Answer;
import org.openworkbin.http.RefusalAnswers;
import org.openworkbin.http.RepeatedParts;
import org.openworkbin.http.RepeatedParts.Task;
import org.openworkbin.interaction.Keep;
import org.openworkbin.interaction.Result;
import org.openworkbin.interaction.Wish;
import org.openworkbin.ledger.Medium;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.refusal.RefusedException;
import org.springframework.stereotype.Component;

/**
 * Moves several interactions that a request names, one after the other in their order: each is
 * decided, journaled and reported by itself.
 */
@Component
final class SeveralItems {
  private final WorkbinSettings settings;
  private final RepeatedParts parts;
  private final RefusalAnswers refusals;

  SeveralItems(WorkbinSettings settings, RepeatedParts parts, RefusalAnswers refusals) {
    this.settings = settings;
    this.parts = parts;
    this.refusals = refusals;
  }

  Answer answer(
      ItemRequest request,
      List<String> ids,
      Optional<Medium> medium,
      ItemOperations.OnItem operation) {
    if (ids.size() > settings.maxIds()) {
      throw new Refusal.OutOfRange(
              "ids", "At most " + settings.maxIds() + " interactions can be named at once.")
          .asException();
    }
    if (request.fence().hold().isPresent()) {
      throw new Refusal.Invalid("hold", "One hold cannot belong to several interactions.")
          .asException();
    }
    return parts.answer(
        request.repetition(), "id", ids, task -> one(request, task, medium, operation));
  }

  private Answer one(
      ItemRequest request, Task task, Optional<Medium> medium, ItemOperations.OnItem operation) {
    Optional<Keep> keep =
        task.request()
            .key()
            .map(key ->
                new Keep(
                    key,
                    task.request().digest(),
                    result -> RepeatedParts.text(answer(result), task.number())));
    try {
      Wish wish = request.wish(task.id(), medium, task.number());
      return answer(operation.run(wish, keep));
    } catch (RefusedException refused) {
      return refusals.of(refused.refusal());
    }
  }

  private Answer answer(Result result) {
    return switch (result) {
      case Result.Refused(Refusal refusal) -> refusals.of(refusal);
      case Result.Done done -> Answer.of(OperationJson.hold(done));
    };
  }
}
