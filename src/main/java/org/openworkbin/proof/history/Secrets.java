package org.openworkbin.proof.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openworkbin.proof.history.Chronicle.Bound;
import org.openworkbin.proof.history.Happening.CaughtUp;
import org.openworkbin.proof.history.Happening.Counted;
import org.openworkbin.proof.history.Happening.Heard;
import org.openworkbin.proof.history.Happening.Notified;
import org.openworkbin.proof.history.Happening.Snapshot;

/** P7: was anybody told of anything that he had no right to at the time? */
final class Secrets {
  private final Findings findings;
  private final Chronicles chronicles;
  private final Rights rights;

  /** By agent, and by item or, for what may be any item, by "": when he first asked for it. */
  private final Map<String, Map<String, Long>> dealings = new HashMap<>();

  Secrets(Findings findings, Chronicles chronicles, Rights rights) {
    this.findings = findings;
    this.chronicles = chronicles;
    this.rights = rights;
  }

  void check(History history, Requests requests) {
    requests.all().forEach(this::checkRequest);
    for (Happening happening : history.happenings()) {
      switch (happening) {
        case Snapshot read ->
            checkRead(read.agent(), read.bin(), read.askedAt(), read, "was shown");
        case CaughtUp read ->
            checkRead(read.agent(), read.bin(), read.askedAt(), read, "was told the changes of");
        case Counted read ->
            checkRead(read.agent(), read.bin(), read.askedAt(), read, "was told the count of");
        case Heard heard -> checkHeard(heard);
        case Notified told -> checkNotified(told);
        default -> {}
      }
    }
  }

  private void checkRead(String agent, String bin, long askedAt, Happening read, String what) {
    if (!rights.possible(agent, bin, askedAt, read.at())) {
      tell(agent, bin, what, askedAt, List.of(read));
    }
  }

  /** A message may be long under way: what counts is when that happened which it tells of. */
  private void checkHeard(Heard heard) {
    Bound happened = chronicles.of(heard.bin()).bound(heard.change().revision());
    if (!rights.possible(heard.agent(), heard.bin(), happened.time(), heard.at())) {
      List<Happening> piece = new ArrayList<>(happened.by());
      piece.add(heard);
      tell(heard.agent(), heard.bin(), "was told of a change of", happened.time(), piece);
    }
  }

  private void checkNotified(Notified told) {
    Map<String, Long> own = dealings.getOrDefault(told.agent(), Map.of());
    long since =
        Math.min(
            own.getOrDefault(told.item(), Long.MAX_VALUE), own.getOrDefault("", Long.MAX_VALUE));
    if (since > told.at()) {
      findings.add(
          told.item(),
          Promise.P7,
          "%s was told of %s, which was never his".formatted(told.agent(), told.item()),
          List.of(told));
    }
  }

  private void checkRequest(Request request) {
    String agent = request.agent();
    switch (request.wish()) {
      case Wish.Create() -> deal(agent, "", request);
      case Wish.Bring(String item, _) -> deal(agent, item, request);
      case Wish.Pull(String item, String bin) -> checkAsked(request, item, bin);
      case Wish.PullNext(String bin) -> checkAsked(request, "", bin);
      case Wish.Add(String item, String bin) -> checkAsked(request, item, bin);
      case Wish.Edit(String item) -> deal(agent, item, request);
      case Wish.Move(String item, String bin) -> checkAsked(request, item, bin);
      case Wish.Release(String item) -> deal(agent, item, request);
      case Wish.Save(String item) -> deal(agent, item, request);
      case Wish.Finish(String item) -> deal(agent, item, request);
      case Wish.Accept(String item) -> deal(agent, item, request);
      case Wish.Reject(String item) -> deal(agent, item, request);
      case Wish.Offer(String item, String other) -> {
        deal(agent, item, request);
        deal(other, item, request);
      }
      case Wish.Grant _, Wish.Withdraw _, Wish.Disable _, Wish.Other _ -> {}
    }
    request.calls().forEach(call -> checkConflict(call, request.asked().at()));
  }

  private void deal(String agent, String item, Request request) {
    dealings
        .computeIfAbsent(agent, _ -> new HashMap<>())
        .merge(item, request.asked().at(), Math::min);
  }

  private void checkAsked(Request request, String item, String bin) {
    deal(request.agent(), item, request);
    request
        .done()
        .ifPresent(call -> {
          long from = request.asked().at();
          if (!rights.possible(request.agent(), bin, from, call.end())) {
            tell(request.agent(), bin, "moved an item of", from, request.evidence());
          }
        });
  }

  /** What a key keeps is told again as it was then, so that it counts from the first sending. */
  private void checkConflict(Call call, long since) {
    Told told = call.answered().map(Happening.Answered::told).orElse(Told.nothing());
    String agent = call.asked().agent();
    if (told.conflict().isPresent()
        && told.conflict().get() instanceof Place.Bin(String bin)
        && !rights.possible(agent, bin, since, call.end())) {
      tell(
          agent,
          bin,
          "was told that an item is in",
          since,
          List.of(call.asked(), call.answered().orElseThrow()));
    }
    if (told.next().isPresent() && call.asked().wish() instanceof Wish.Pull(_, String bin)) {
      checkNext(call, told.next().get(), bin);
    }
  }

  private void checkNext(Call call, String next, String bin) {
    if (!chronicles.of(bin).items().contains(next)) {
      Optional<Happening> elsewhere =
          chronicles.all().stream().flatMap(other -> other.evidenceFor(next)).findFirst();
      elsewhere.ifPresent(by ->
          findings.add(
              next,
              Promise.P7,
              "%s was told to take %s next, which never lay in bin %s"
                  .formatted(call.asked().agent(), next, bin),
              List.of(by, call.asked(), call.answered().orElseThrow())));
    }
  }

  private void tell(
      String agent, String bin, String what, long time, List<? extends Happening> piece) {
    List<Happening> all = new ArrayList<>();
    rights.reason(agent, bin, time).ifPresent(all::addAll);
    all.addAll(piece);
    findings.add(
        List.of(Promise.P7, agent, bin),
        Promise.P7,
        "%s %s bin %s, which he had no right to see".formatted(agent, what, bin),
        all);
  }
}
