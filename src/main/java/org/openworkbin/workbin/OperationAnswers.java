package org.openworkbin.workbin;

import java.util.List;
import java.util.function.LongConsumer;
import org.openworkbin.http.Answer;
import org.openworkbin.http.PartialAnswers;
import org.openworkbin.http.ReferenceIds;
import org.springframework.stereotype.Component;

/** Numbers and answers operations that are repeated without harm. */
@Component
final class OperationAnswers {
  private final ReferenceIds referenceIds;
  private final PartialAnswers partialAnswers;
  private final SeveralWorkbins several;

  OperationAnswers(
      ReferenceIds referenceIds, PartialAnswers partialAnswers, SeveralWorkbins several) {
    this.referenceIds = referenceIds;
    this.partialAnswers = partialAnswers;
    this.several = several;
  }

  /** Answers an operation with a number. */
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

  /** Does something with one workbin of several. */
  @FunctionalInterface
  interface WorkbinOperation {
    void run(String workbinId, long number);
  }
}
