package org.openworkbin.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.openworkbin.testing.TestClient.Reply;

/** What the clients of a crowd have sent and been told, for as long as the store lives. */
final class History {
  private final Map<Request, List<Attempt>> attempts = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();

  /**
   * One sending of a request.
   *
   * @param sent before it was sent, by the clock of {@link System#nanoTime}
   * @param done after its answer had come, or the connection had broken
   * @param reply empty where no answer came
   */
  record Attempt(long sent, long done, Optional<Reply> reply) {

    /** Whether the server decided the request, as far as the client can know. */
    boolean isDecided() {
      return reply.isPresent() && reply.get().status() != 503;
    }
  }

  long newNumber() {
    return numbers.incrementAndGet();
  }

  /** Remembers an attempt; the attempts of one request must not overlap. */
  void add(Request request, Attempt attempt) {
    attempts.computeIfAbsent(request, _ -> new ArrayList<>()).add(attempt);
  }

  /** All requests; not while a crowd is at work. */
  List<Request> requests() {
    return List.copyOf(attempts.keySet());
  }

  /** The attempts of a request, in the order in which they were made. */
  List<Attempt> attempts(Request request) {
    return attempts.getOrDefault(request, List.of());
  }

  /** All answers to a request that decided it; more than one only where it has a key. */
  List<Reply> decisions(Request request) {
    return attempts(request).stream()
        .filter(Attempt::isDecided)
        .map(attempt -> attempt.reply().orElseThrow())
        .toList();
  }

  /** Whether the client can't know what became of a request. */
  boolean isOpen(Request request) {
    return decisions(request).isEmpty()
        && attempts(request).stream().anyMatch(attempt -> attempt.reply().isEmpty());
  }

  /** When the request was first sent. */
  long sent(Request request) {
    return attempts(request).getFirst().sent();
  }

  /** When the client first knew how it was decided; never, where it does not. */
  long decided(Request request) {
    return attempts(request).stream()
        .filter(Attempt::isDecided)
        .mapToLong(Attempt::done)
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }
}
