package org.openworkbin.workbin;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Idempotency;
import org.openworkbin.http.KeptAnswerJson;
import org.openworkbin.http.PartialAnswers;
import org.openworkbin.http.ReferenceIds;
import org.openworkbin.http.RefusalAnswers;
import org.openworkbin.http.Repetition;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.workbin.BinMoves.KeepAnswer;
import org.springframework.stereotype.Component;

/** Numbers operations and answers them; those that move something are safe to repeat. */
@Component
final class OperationAnswers {
  private final ReferenceIds referenceIds;
  private final Idempotency idempotency;
  private final RefusalAnswers refusals;
  private final PartialAnswers partialAnswers;
  private final SeveralWorkbins several;

  OperationAnswers(
      ReferenceIds referenceIds,
      Idempotency idempotency,
      RefusalAnswers refusals,
      PartialAnswers partialAnswers,
      SeveralWorkbins several) {
    this.referenceIds = referenceIds;
    this.idempotency = idempotency;
    this.refusals = refusals;
    this.partialAnswers = partialAnswers;
    this.several = several;
  }

  /** Answers an operation that moves something; with a key the answer is kept with the move. */
  Answer move(Repetition request, MoveOperation operation) {
    return idempotency.once(
        request,
        () -> {
          long number = referenceIds.next();
          Optional<KeepAnswer> keep =
              request
                  .key()
                  .map(key ->
                      new KeepAnswer(
                          key,
                          request.digest(),
                          refusal -> KeptAnswerJson.text(answer(number, refusal))));
          return answer(number, operation.run(number, keep));
        });
  }

  /** Answers an operation that is repeated without harm. */
  Answer plain(LongConsumer operation) {
    long number = referenceIds.next();
    operation.accept(number);
    return Answer.reference(number);
  }

  /** Answers an operation on several workbins, each with a number of its own. */
  Answer several(List<String> ids, WorkbinOperation operation) {
    SeveralWorkbins.Found<Long> found =
        several.find(
            ids,
            id -> {
              long number = referenceIds.next();
              operation.run(id, number);
              return number;
            });
    return partialAnswers.of(
        "workbinId", found.parts(), OperationJson.referenceIds(found.results()));
  }

  private Answer answer(long number, Optional<Refusal> refusal) {
    return refusal.map(refusals::of).orElseGet(() -> Answer.reference(number));
  }

  /** Moves something; returns why not, or empty where it happened. */
  @FunctionalInterface
  interface MoveOperation {
    Optional<Refusal> run(long number, Optional<KeepAnswer> keep);
  }

  /** Does something with one workbin of several. */
  @FunctionalInterface
  interface WorkbinOperation {
    void run(String workbinId, long number);
  }
}
