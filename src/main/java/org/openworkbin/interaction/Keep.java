package org.openworkbin.interaction;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Ledger.Receipt;
import org.openworkbin.ledger.Outcome;

/**
 * How the answer of a request with an {@code Idempotency-Key} is kept with its move.
 *
 * @param digest of the request
 * @param answer makes the text to keep
 */
public record Keep(String key, String digest, Function<Result, String> answer) {

  /** The receipt for a move of that user whose outcome means what {@code verdict} says. */
  public Receipt receipt(UserId user, Function<Outcome, Result> verdict) {
    return receiptUnless(_ -> false, user, verdict);
  }

  /** The same; an outcome like that is not the answer, because the move is tried again. */
  public Receipt receiptUnless(
      Predicate<Outcome> passing, UserId user, Function<Outcome, Result> verdict) {
    return new Receipt(
        user,
        key,
        digest,
        outcome -> Optional.of(outcome).filter(passing.negate()).map(verdict).map(answer));
  }
}
