package org.openworkbin.proof.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openworkbin.proof.history.Happening.Entitled;

/**
 * Who had the right to see which bin, and when. While a change of a right is under way it may be in
 * force or not.
 */
final class Rights {
  private final Map<Right, List<Turn>> turns = new HashMap<>();

  private Rights() {}

  static Rights of(History history, Requests requests) {
    Rights rights = new Rights();
    for (Happening happening : history.happenings()) {
      if (happening instanceof Entitled(String agent, String bin, _)) {
        rights.add(
            new Right(agent, bin),
            new Turn(true, Long.MIN_VALUE, Long.MIN_VALUE, List.of(happening)));
      }
    }
    for (Request request : requests.all()) {
      switch (request.wish()) {
        case Wish.Grant(String agent, List<String> bins) -> rights.turn(agent, bins, true, request);
        case Wish.Withdraw(String agent, List<String> bins) ->
            rights.turn(agent, bins, false, request);
        default -> {}
      }
    }
    return rights;
  }

  private void turn(String agent, List<String> bins, boolean given, Request request) {
    Optional<Call> done = request.done();
    if (done.isPresent() || request.isOpen()) {
      long end = done.map(Call::end).orElse(Long.MAX_VALUE);
      for (String bin : bins) {
        add(new Right(agent, bin), new Turn(given, request.asked().at(), end, request.evidence()));
      }
    }
  }

  private void add(Right right, Turn turn) {
    turns.computeIfAbsent(right, _ -> new ArrayList<>()).add(turn);
  }

  /** Whether he may have had the right at some time between those. */
  boolean possible(String agent, String bin, long from, long to) {
    List<Turn> all = turns.getOrDefault(new Right(agent, bin), List.of());
    return all.stream()
        .anyMatch(given ->
            given.given
                && given.asked <= to
                && all.stream().noneMatch(end -> endsBefore(end, given, from)));
  }

  private static boolean endsBefore(Turn end, Turn given, long time) {
    return !end.given && end.asked >= given.answered && end.answered <= time;
  }

  /** Whether he had the right all the time between those. */
  boolean unbroken(String agent, String bin, long from, long to) {
    List<Turn> all = turns.getOrDefault(new Right(agent, bin), List.of());
    return all.stream()
        .anyMatch(given ->
            given.given
                && given.answered <= from
                && all.stream()
                    .noneMatch(
                        end -> !end.given && end.answered >= given.asked && end.asked <= to));
  }

  /** The change that took him the right before that time, as asked and answered. */
  Optional<List<Happening>> reason(String agent, String bin, long time) {
    return turns.getOrDefault(new Right(agent, bin), List.of()).stream()
        .filter(turn -> !turn.given && turn.answered <= time)
        .map(Turn::because)
        .reduce((_, later) -> later);
  }

  private record Right(String agent, String bin) {}

  /** A right that is given or taken, between those times. */
  private record Turn(boolean given, long asked, long answered, List<Happening> because) {}
}
