package org.openworkbin.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Does the same with several things that a request names, each by itself and in their order, and
 * answers what became of each. With an {@code Idempotency-Key} each has an answer of its own that
 * is kept, so that a repetition goes on where a crash cut the request off. All have one number.
 * Thread-safe.
 */
public final class RepeatedParts {
  private static final String REFERENCE = "Workbin-Reference";

  private final ReferenceIds referenceIds;
  private final Idempotency idempotency;
  private final PartialAnswers partialAnswers;

  public RepeatedParts(
      ReferenceIds referenceIds, Idempotency idempotency, PartialAnswers partialAnswers) {
    this.referenceIds = referenceIds;
    this.idempotency = idempotency;
    this.partialAnswers = partialAnswers;
  }

  /**
   * Answers the request.
   *
   * @param ids of the things, each once
   */
  public Answer answer(Repetition request, String idName, List<String> ids, Work work) {
    return idempotency.inTurn(
        request,
        () -> {
          List<Optional<Answer>> before = new ArrayList<>();
          for (int index = 0; index < ids.size(); index++) {
            before.add(idempotency.answeredBefore(request.part(index)));
          }
          long number = numberOf(before).orElseGet(referenceIds::next);
          Map<String, Answer> answers = new LinkedHashMap<>();
          for (int index = 0; index < ids.size(); index++) {
            Task task = new Task(ids.get(index), number, request.part(index));
            answers.put(task.id(), before.get(index).orElseGet(() -> work.run(task)));
          }
          return partialAnswers.of(
              idName, answers, json -> json.writeNumberProperty("referenceId", number));
        });
  }

  /** What to keep of an answer: the number of the request too, which it goes on with. */
  public static String text(Answer answer, long number) {
    return KeptAnswerJson.text(answer.header(REFERENCE, Long.toString(number)));
  }

  private static Optional<Long> numberOf(List<Optional<Answer>> before) {
    return before.stream()
        .flatMap(Optional::stream)
        .flatMap(answer -> answer.header(REFERENCE).stream())
        .map(Long::valueOf)
        .findFirst();
  }

  /** Does it with one thing. */
  @FunctionalInterface
  public interface Work {

    /** The answer for that thing alone, which is kept as {@link #text} where there is a key. */
    Answer run(Task task);
  }

  /**
   * What is to be done with one thing.
   *
   * @param number the {@code referenceId} of the whole request
   * @param request by which the answer for this thing is known
   */
  public record Task(String id, long number, Repetition request) {}
}
