package org.openworkbin.http;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.openworkbin.id.UserId;
import org.openworkbin.refusal.Refusal;

/**
 * Makes a request with an {@code Idempotency-Key} safe to repeat: a repetition gets the answer that
 * was kept and does nothing. While one is under way the next with the same key waits for it. What
 * was answered is a fact of the store alone; the waiting only saves a second attempt. Thread-safe.
 */
public final class Idempotency {
  private final KeptAnswers kept;
  private final ConcurrentHashMap<UserKey, Turn> turns = new ConcurrentHashMap<>();

  public Idempotency(KeptAnswers kept) {
    this.kept = kept;
  }

  /**
   * Answers the request: as it was answered before, or else by {@code work}, which has to see to it
   * that its answer is kept together with its effect.
   */
  public Answer once(Repetition request, Supplier<Answer> work) {
    return inTurn(request, () -> answeredBefore(request).orElseGet(work));
  }

  /** Answers the request by {@code work} when it is the only one under way with its key. */
  Answer inTurn(Repetition request, Supplier<Answer> work) {
    if (request.key().isEmpty()) {
      return work.get();
    }
    UserKey key = new UserKey(request.user(), request.key().get());
    Turn turn = take(key);
    try {
      return work.get();
    } finally {
      release(key, turn);
    }
  }

  /** The answer that was given to the request before; another request with its key is refused. */
  Optional<Answer> answeredBefore(Repetition request) {
    Optional<KeptAnswers.Kept> found = request.key().flatMap(key -> kept.find(request.user(), key));
    if (found.isPresent() && !found.get().digest().equals(request.digest())) {
      throw new Refusal.KeyReused().asException();
    }
    return found.map(answer -> KeptAnswerJson.answer(answer.text()));
  }

  private Turn take(UserKey key) {
    Turn turn =
        turns.compute(
            key, (_, waiting) -> waiting == null ? new Turn(1) : waiting.with(waiting.users() + 1));
    turn.lock().lock();
    return turn;
  }

  private void release(UserKey key, Turn turn) {
    turn.lock().unlock();
    turns.computeIfPresent(
        key, (_, waiting) -> waiting.users() == 1 ? null : waiting.with(waiting.users() - 1));
  }

  private record UserKey(UserId user, String key) {}

  /** Whose turn it is for a key, and how many want it. */
  private record Turn(int users, ReentrantLock lock) {
    Turn(int users) {
      this(users, new ReentrantLock());
    }

    Turn with(int users) {
      return new Turn(users, lock);
    }
  }
}
