package org.openworkbin.proof.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.openworkbin.proof.history.Happening.Answered;
import org.openworkbin.proof.history.Happening.Asked;

/**
 * What somebody wanted once: one call or, with a key, all calls with that key.
 *
 * @param calls in the order in which they were sent, at least one
 * @param done the call that told first that it was done
 * @param lost the call that told first that another was faster; that answer is kept, so that the
 *     request has no effect any more
 */
record Request(List<Call> calls, Optional<Call> done, Optional<Call> lost) {

  static Request of(List<Call> calls) {
    return new Request(List.copyOf(calls), first(calls, Call::isDone), first(calls, Call::isLost));
  }

  private static Optional<Call> first(List<Call> calls, Predicate<Call> which) {
    return calls.stream().filter(which).min(Comparator.comparingLong(Call::end));
  }

  Asked asked() {
    return calls.getFirst().asked();
  }

  String agent() {
    return asked().agent();
  }

  Wish wish() {
    return asked().wish();
  }

  boolean isRepeated() {
    return calls.size() > 1;
  }

  /** Whether it may have been done although nobody was told so. */
  boolean isOpen() {
    return done().isEmpty() && lost().isEmpty() && calls.stream().anyMatch(Call::isOpen);
  }

  /** What the answer said that told that it was done. */
  Told told() {
    return done().flatMap(Call::answered).map(Answered::told).orElse(Told.nothing());
  }

  /** The first sending, and the call that told what came of it. */
  List<Happening> evidence() {
    List<Happening> all = new ArrayList<>();
    all.add(asked());
    done()
        .or(this::lost)
        .ifPresent(decided -> {
          if (!decided.asked().equals(asked())) {
            all.add(decided.asked());
          }
          all.add(decided.answered().orElseThrow());
        });
    return all;
  }

  /** All that was asked and answered. */
  List<Happening> everything() {
    return calls.stream()
        .flatMap(
            call -> Stream.<Happening>concat(Stream.of(call.asked()), call.answered().stream()))
        .toList();
  }
}
