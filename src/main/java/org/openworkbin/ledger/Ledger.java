package org.openworkbin.ledger;

import java.util.Optional;
import org.openworkbin.id.UserId;

/**
 * Decides moves. Every change of where an interaction is goes through here and is decided by one
 * guarded statement of the store, in the same transaction as its journal entry and the counters of
 * the bins it touches.
 *
 * <p>Thread-safe. Each method blocks until the outcome is durable: what is returned survives the
 * death of the process and, as far as the store is set so, of the machine. Order: moves are
 * numbered in the order in which they are decided.
 *
 * <p>Throws {@link org.openworkbin.refusal.RefusedException} with {@code Unavailable} where the
 * store is away or the queue of moves is full; nothing has changed then. Where a commit was in
 * doubt it was looked up before anything is answered; only where the store stays away for longer
 * than a set time is that given up, with a fault, and the move may have happened: the answer kept
 * under its key tells.
 */
public interface Ledger {

  /** Decides a move. */
  Outcome move(Move move);

  /**
   * Decides a move and keeps the answer of the request with it, in the same transaction, whatever
   * the outcome.
   */
  Outcome move(Move move, Receipt receipt);

  /** Takes the first interaction of a bin that is asked for. */
  Outcome pull(NextPull next);

  /** Takes the first interaction of a bin and keeps the answer of the request with it. */
  Outcome pull(NextPull next, Receipt receipt);

  /** Brings a new interaction in. */
  Outcome create(Creation creation);

  /** Brings a new interaction in and keeps the answer of the request with it. */
  Outcome create(Creation creation, Receipt receipt);

  /** The answer that was kept for that user's key within the last 24 hours. */
  Optional<KeptAnswer> answered(UserId user, String key);

  /**
   * Keeps the answer of a request that is more than one move, when all of them are decided: each is
   * found out by itself where the answer is not kept any more.
   */
  void keep(UserId user, String key, KeptAnswer answer);

  /**
   * What makes a request safe to repeat.
   *
   * @param key the {@code Idempotency-Key}
   * @param digest of the request, to tell a repetition from another request under the same key
   * @param answer makes the answer from the outcome; called on the writer's thread inside the
   *     transaction, so it must be quick, pure and must not throw
   */
  record Receipt(UserId user, String key, String digest, AnswerMaker answer) {}

  /**
   * Makes the answer of a request from the outcome of its move; empty where it is not the answer
   * yet, because the request goes on with another move.
   */
  @FunctionalInterface
  interface AnswerMaker {
    Optional<String> answer(Outcome outcome);
  }

  /** An answer as it was given the first time, with the digest of the request it answered. */
  record KeptAnswer(String digest, String answer) {}
}
