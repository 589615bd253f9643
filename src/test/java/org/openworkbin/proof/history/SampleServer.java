package org.openworkbin.proof.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.openworkbin.proof.history.Change.Action;
import org.openworkbin.proof.history.Happening.Answered;
import org.openworkbin.proof.history.Happening.Asked;

/** The simplest server that keeps the promises: one thing after another, all in memory. */
final class SampleServer {
  final Map<String, Set<String>> bins = new TreeMap<>();
  final Map<String, List<Change>> changes = new HashMap<>();
  final Map<String, Place> places = new TreeMap<>();
  final Map<String, Long> holds = new HashMap<>();
  final Set<String> rights = new HashSet<>();
  private final Map<String, String> origins = new HashMap<>();
  private final Map<String, Answered> kept = new HashMap<>();
  private final BiConsumer<String, Change> told;
  private long numbers;

  /** Tells each change of a bin at once. */
  SampleServer(BiConsumer<String, Change> told) {
    this.told = told;
  }

  void bin(String bin) {
    bins.put(bin, new LinkedHashSet<>());
    changes.put(bin, new ArrayList<>());
  }

  void park(String item, String bin) {
    places.put(item, new Place.Bin(bin));
    bins.get(bin).add(item);
  }

  long revision(String bin) {
    return changes.get(bin).size();
  }

  boolean may(String agent, String bin) {
    return rights.contains(agent + bin);
  }

  /** Does what is asked, at once. */
  Answered answer(Asked asked, long at) {
    Optional<String> key = asked.key().map(name -> asked.agent() + name);
    Answered before = key.map(kept::get).orElse(null);
    if (before != null) {
      return new Answered(asked.call(), before.status(), before.code(), before.told(), at);
    }
    Answered answer = decide(asked, at);
    if (answer.status() == 200 || answer.status() == 409) {
      key.ifPresent(name -> kept.put(name, answer));
    }
    return answer;
  }

  private Answered decide(Asked asked, long at) {
    String agent = asked.agent();
    return switch (asked.wish()) {
      case Wish.Create() -> {
        String item = "new" + ++numbers;
        yield taken(asked, item, "", at);
      }
      case Wish.Pull(String item, String bin) -> {
        if (!may(agent, bin)) {
          yield refused(asked, 403, 5, Told.nothing(), at);
        }
        yield bins.get(bin).contains(item)
            ? taken(asked, item, bin, at)
            : refused(asked, 409, 19, conflict(agent, item), at);
      }
      case Wish.PullNext(String bin) -> {
        if (!may(agent, bin)) {
          yield refused(asked, 403, 5, Told.nothing(), at);
        }
        yield bins.get(bin).stream()
            .findFirst()
            .map(item -> taken(asked, item, bin, at))
            .orElseGet(() -> refused(asked, 404, 6, Told.nothing(), at));
      }
      case Wish.Add(String item, String bin) ->
          may(agent, bin)
              ? held(asked, item, at, () -> enter(item, bin))
              : refused(asked, 403, 5, Told.nothing(), at);
      case Wish.Release(String item) -> held(asked, item, at, () -> giveBack(item));
      case Wish.Save(String item) -> held(asked, item, at, () -> {});
      case Wish.Finish(String item) ->
          held(asked, item, at, () -> places.put(item, new Place.Ended()));
      case Wish.Move(String item, String bin) -> {
        if (asked.hold().isPresent() && !isHeldBy(item, asked.hold().getAsLong())) {
          yield refused(asked, 409, 19, conflict(agent, item), at);
        }
        if (places.get(item) instanceof Place.Ended || bins.get(bin).contains(item)) {
          yield refused(asked, 409, 18, Told.nothing(), at);
        }
        leave(item);
        enter(item, bin);
        yield done(asked, Told.nothing().withReference(++numbers), at);
      }
      case Wish.Grant(String whom, List<String> which) -> {
        which.forEach(bin -> rights.add(whom + bin));
        yield done(asked, Told.nothing(), at);
      }
      case Wish.Withdraw(String whom, List<String> which) -> {
        which.forEach(bin -> rights.remove(whom + bin));
        yield done(asked, Told.nothing(), at);
      }
      default -> throw new AssertionError(asked);
    };
  }

  private boolean isHeldBy(String item, long hold) {
    return places.get(item) instanceof Place.Hand && holds.get(item) == hold;
  }

  private Answered held(Asked asked, String item, long at, Runnable effect) {
    boolean holds =
        new Place.Hand(asked.agent()).equals(places.get(item))
            && (asked.hold().isEmpty() || this.holds.get(item) == asked.hold().getAsLong());
    if (!holds) {
      Told why = conflict(asked.agent(), item);
      return refused(
          asked, 409, 19, asked.wish() instanceof Wish.Save ? why.withRefused() : why, at);
    }
    effect.run();
    return done(asked, Told.nothing().withReference(++numbers), at);
  }

  private Told conflict(String agent, String item) {
    Place place = places.getOrDefault(item, new Place.Elsewhere());
    return Told.nothing()
        .withReference(++numbers)
        .withConflict(
            place instanceof Place.Bin(String bin) && !may(agent, bin)
                ? new Place.Elsewhere()
                : place);
  }

  private Answered taken(Asked asked, String item, String bin, long at) {
    leave(item);
    places.put(item, new Place.Hand(asked.agent()));
    origins.put(item, bin);
    holds.put(item, ++numbers);
    return done(asked, Told.nothing().withReference(numbers).withHold(item, numbers), at);
  }

  /** Whatever happens to somebody's hold that ends by itself. */
  void giveBack(String item) {
    if (origins.get(item).isEmpty()) {
      places.put(item, new Place.Elsewhere());
    } else {
      enter(item, origins.get(item));
    }
  }

  private void leave(String item) {
    if (places.get(item) instanceof Place.Bin(String bin)) {
      bins.get(bin).remove(item);
      change(bin, Action.REMOVED, item);
    }
  }

  private void enter(String item, String bin) {
    places.put(item, new Place.Bin(bin));
    bins.get(bin).add(item);
    change(bin, Action.ADDED, item);
  }

  private void change(String bin, Action action, String item) {
    Change change = new Change(revision(bin) + 1, action, item);
    changes.get(bin).add(change);
    told.accept(bin, change);
  }

  private static Answered done(Asked asked, Told told, long at) {
    return new Answered(asked.call(), 200, 0, told, at);
  }

  private static Answered refused(Asked asked, int status, int code, Told told, long at) {
    return new Answered(asked.call(), status, code, told, at);
  }
}
