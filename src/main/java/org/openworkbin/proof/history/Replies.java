package org.openworkbin.proof.history;

import java.util.List;
import java.util.Optional;
import org.openworkbin.proof.history.Happening.Answered;

/** P5 and P9, and what P8 says of answers: are the answers as they have to be? */
final class Replies {
  private static final int LEAST_FAULT = 500;
  private static final int AWAY = 503;
  private static final int OK = 200;
  private static final int CONFLICT = 409;
  private static final int TAKEN = 19;
  private static final List<Integer> DECIDED_ANEW = List.of(401, 403, 429);

  private final Findings findings;

  Replies(Findings findings) {
    this.findings = findings;
  }

  void check(Requests requests) {
    for (Request request : requests.all()) {
      for (Call call : request.calls()) {
        call.answered().ifPresent(answer -> checkForm(call, answer));
      }
      if (request.isRepeated()) {
        checkRepeats(request);
      }
      if (request.wish() instanceof Wish.Save) {
        request.lost().ifPresent(this::checkGivenBack);
      }
    }
  }

  private void checkForm(Call call, Answered answer) {
    boolean fault = answer.status() >= LEAST_FAULT && answer.status() != AWAY;
    if (fault || answer.code() < 0) {
      findings.add(
          List.of(Promise.P9, answer.status(), answer.code(), call.asked().wish().getClass()),
          Promise.P9,
          "%s was answered %d %s"
              .formatted(
                  call.asked().wish(),
                  answer.status(),
                  fault ? "with code " + answer.code() : "in no form of the contract"),
          List.of(call.asked(), answer));
    }
  }

  private void checkRepeats(Request request) {
    Optional<Call> kept = request.done().or(request::lost);
    if (kept.isEmpty()) {
      return;
    }
    Answered first = kept.get().answered().orElseThrow();
    for (Call call : request.calls()) {
      Optional<Answered> answer = call.answered();
      if (answer.isPresent() && differs(first, call, answer.get())) {
        findings.add(
            List.of(Promise.P5, request.asked()),
            Promise.P5,
            "%s by %s was answered %s first, and %s when it was repeated with its key"
                .formatted(request.wish(), request.agent(), words(first), words(answer.get())),
            List.of(kept.get().asked(), first, call.asked(), answer.get()));
      }
    }
  }

  private static String words(Answered answer) {
    Told told = answer.told();
    return "%d/%d%s%s"
        .formatted(
            answer.status(),
            answer.code(),
            told.reference().isPresent() ? " as " + told.reference().getAsLong() : "",
            told.hold().isPresent() ? " with hold " + told.hold().getAsLong() : "");
  }

  private static boolean differs(Answered first, Call call, Answered answer) {
    if (answer.status() == OK || answer.status() == CONFLICT) {
      return answer.status() != first.status()
          || answer.code() != first.code()
          || !answer.told().equals(first.told());
    }
    boolean undecided = answer.status() >= LEAST_FAULT || DECIDED_ANEW.contains(answer.status());
    return !undecided && call.asked().at() > first.at();
  }

  private void checkGivenBack(Call call) {
    Answered answer = call.answered().orElseThrow();
    if (answer.code() == TAKEN && !answer.told().refused()) {
      findings.add(
          List.of(Promise.P8, call.asked()),
          Promise.P8,
          "%s by %s was refused, and what he wanted to write was not given back"
              .formatted(call.asked().wish(), call.asked().agent()),
          List.of(call.asked(), answer));
    }
  }
}
