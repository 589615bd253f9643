package org.openworkbin.proof.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.openworkbin.proof.history.Happening.Found;

/**
 * What was taken from agents, as far as that is sure: somebody else was answered that he took it by
 * the very hold, or it is seen that the hold is over and its holder has asked for nothing that ends
 * it.
 */
final class Losses {
  private final Map<String, List<Request>> requests = new HashMap<>();
  private final Map<String, List<Found>> looks = new HashMap<>();

  private Losses() {}

  static List<Loss> of(History history, Requests all) {
    Losses losses = new Losses();
    for (Request request : all.all()) {
      Trails.itemOf(request)
          .ifPresent(
              item -> losses.requests.computeIfAbsent(item, _ -> new ArrayList<>()).add(request));
    }
    for (Happening happening : history.happenings()) {
      if (happening instanceof Found look) {
        losses.looks.computeIfAbsent(look.item(), _ -> new ArrayList<>()).add(look);
      }
    }
    return losses.requests.entrySet().stream()
        .flatMap(each -> losses.of(each.getKey(), each.getValue()))
        .toList();
  }

  private Stream<Loss> of(String item, List<Request> own) {
    return own.stream()
        .filter(request -> isTaking(request) && request.told().hold().isPresent())
        .flatMap(taking ->
            takenBack(item, taking, own).or(() -> overOtherwise(item, taking, own)).stream());
  }

  private static Optional<Loss> takenBack(String item, Request taking, List<Request> own) {
    OptionalLong hold = taking.told().hold();
    return own.stream()
        .filter(request ->
            request.wish() instanceof Wish.Move
                && request.done().isPresent()
                && request.asked().hold().equals(hold)
                && !request.agent().equals(taking.agent()))
        .findFirst()
        .map(request -> loss(item, taking, request.asked().at(), end(request), request.evidence()));
  }

  private Optional<Loss> overOtherwise(String item, Request taking, List<Request> own) {
    long from = taking.asked().at();
    Optional<Loss> byRequest =
        own.stream()
            .filter(request -> showsThatItIsOver(request, taking))
            .min(Comparator.comparingLong(Losses::decided))
            .map(request -> loss(item, taking, from, decided(request), request.evidence()));
    Optional<Loss> byLook =
        looks.getOrDefault(item, List.of()).stream()
            .filter(look -> look.askedAt() > end(taking) && isElsewhere(look.place(), taking))
            .min(Comparator.comparingLong(Found::at))
            .map(look -> loss(item, taking, from, look.at(), List.of(look)));
    return Stream.concat(byRequest.stream(), byLook.stream())
        .min(Comparator.comparingLong(Loss::to))
        .filter(loss -> own.stream().noneMatch(request -> mayEnd(request, taking, loss.to())));
  }

  private static Loss loss(
      String item, Request taking, long from, long to, List<? extends Happening> end) {
    List<Happening> by = new ArrayList<>(taking.evidence());
    by.addAll(end);
    return new Loss(taking.agent(), item, from, to, by);
  }

  /** His write by that hold was refused, or somebody else was given it after he had it. */
  private static boolean showsThatItIsOver(Request request, Request taking) {
    boolean his = request.agent().equals(taking.agent());
    boolean later = request.asked().at() > end(taking);
    return later
        && (his
            ? request.lost().isPresent()
                && !(request.wish() instanceof Wish.Pull)
                && request.asked().hold().equals(taking.told().hold())
            : isTaking(request));
  }

  private static boolean isElsewhere(Place place, Request taking) {
    return switch (place) {
      case Place.Bin _, Place.Ended _ -> true;
      case Place.Hand(String agent) -> !agent.equals(taking.agent());
      case Place.Offered _, Place.Elsewhere _ -> false;
    };
  }

  /** Whether it may be his own deed that it was over by then. */
  private static boolean mayEnd(Request request, Request taking, long time) {
    boolean parts =
        switch (request.wish()) {
          case Wish.Add _, Wish.Release _, Wish.Finish _, Wish.Offer _, Wish.Move _ -> true;
          default -> false;
        };
    return parts
        && request.agent().equals(taking.agent())
        && (request.done().isPresent() || request.isOpen())
        && request.asked().at() <= time
        && end(request) >= taking.asked().at();
  }

  private static boolean isTaking(Request request) {
    return request.done().isPresent()
        && switch (request.wish()) {
          case Wish.Create _, Wish.Pull _, Wish.PullNext _, Wish.Accept _ -> true;
          default -> false;
        };
  }

  private static long end(Request request) {
    return request.done().map(Call::end).orElse(Long.MAX_VALUE);
  }

  private static long decided(Request request) {
    return request.done().or(request::lost).map(Call::end).orElseThrow();
  }
}
