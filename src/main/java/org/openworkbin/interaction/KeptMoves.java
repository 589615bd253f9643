package org.openworkbin.interaction;

import java.util.Optional;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Body;
import org.openworkbin.http.Fence;
import org.openworkbin.http.Idempotency;
import org.openworkbin.http.KeptAnswerJson;
import org.openworkbin.http.ReferenceIds;
import org.openworkbin.http.RefusalAnswers;
import org.openworkbin.http.Repetition;
import org.openworkbin.ledger.Entry;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Location;
import org.springframework.stereotype.Component;

/**
 * Numbers and answers the operations that write the ledger, and makes them safe to repeat: with an
 * {@code Idempotency-Key} the answer is kept in the transaction of the move. Thread-safe.
 */
@Component
public final class KeptMoves {
  private static final String ITEM = "Workbin-Item";

  private final ReferenceIds referenceIds;
  private final Idempotency idempotency;
  private final RefusalAnswers refusals;

  KeptMoves(ReferenceIds referenceIds, Idempotency idempotency, RefusalAnswers refusals) {
    this.referenceIds = referenceIds;
    this.idempotency = idempotency;
    this.refusals = refusals;
  }

  /** Answers a request: as it was answered before, or else by what comes of it now. */
  public Answer answer(Repetition request, Body body, Attempt attempt) {
    return idempotency.once(
        request,
        () -> {
          long number = referenceIds.next();
          Optional<Keep> keep =
              request
                  .key()
                  .map(key ->
                      new Keep(
                          key,
                          request.digest(),
                          result -> KeptAnswerJson.text(answer(number, body, result))));
          return answer(number, body, attempt.run(number, keep));
        });
  }

  private Answer answer(long number, Body body, Result result) {
    return switch (result) {
      case Result.Refused(var refusal) -> refusals.of(refusal, body);
      case Result.Done(Optional<Entry> entry) -> {
        Answer answer = Answer.reference(number);
        yield entry.map(made -> withHold(answer, made)).orElse(answer);
      }
    };
  }

  /** Who has got something into his hand is told which, and by what number he holds it. */
  private static Answer withHold(Answer answer, Entry made) {
    Interaction item = made.interaction();
    return made.to().equals(new Location.Hand(made.actor())) && !made.isEdit()
        ? answer.header(Fence.HEADER, Long.toString(item.hold())).header(ITEM, item.id().value())
        : answer;
  }

  /** Does what is asked for. */
  @FunctionalInterface
  public interface Attempt {

    /**
     * Called once at most.
     *
     * @param number the {@code referenceId} of the request
     * @param keep how its answer is kept, where it has to be
     */
    Result run(long number, Optional<Keep> keep);
  }
}
