package org.openworkbin.http;

import java.util.Optional;
import org.openworkbin.id.UserId;

/** Remembers how requests with an {@code Idempotency-Key} were answered. Thread-safe. */
@FunctionalInterface
public interface KeptAnswers {

  /** The answer that was given to that user's request with that key. */
  Optional<Kept> find(UserId user, String key);

  /**
   * An answer as it was kept.
   *
   * @param digest of the request that it answered
   * @param text what {@link KeptAnswerJson#text} made of the answer
   */
  record Kept(String digest, String text) {}
}
