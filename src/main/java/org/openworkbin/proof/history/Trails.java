package org.openworkbin.proof.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openworkbin.proof.history.Clue.Effect;
import org.openworkbin.proof.history.Clue.Seen;
import org.openworkbin.proof.history.Clue.Sight;
import org.openworkbin.proof.history.Happening.Found;
import org.openworkbin.proof.history.Happening.Snapshot;

/** What is known of the way of each item. */
final class Trails {
  /** As many looks of snapshots at items are taken in; what they say follows from changes too. */
  private static final long MOST_LOOKS = 300_000;

  private final Chronicles chronicles;
  private final Map<String, List<Clue>> clues = new TreeMap<>();
  private final Map<String, Map<Chronicle, List<Change>>> changes = new HashMap<>();

  private Trails(Chronicles chronicles) {
    this.chronicles = chronicles;
  }

  static Trails of(History history, Requests requests, Chronicles chronicles) {
    Trails trails = new Trails(chronicles);
    requests.all().forEach(request -> trails.read(request));
    for (Happening happening : history.happenings()) {
      if (happening instanceof Found found) {
        trails.see(found.item(), new Seen.At(found.place()), found.askedAt(), found);
      }
    }
    long looks =
        chronicles.all().stream()
            .mapToLong(each -> (long) each.snapshots().size() * each.items().size())
            .sum();
    for (Chronicle chronicle : chronicles.all()) {
      trails.readChanges(chronicle);
      if (looks <= MOST_LOOKS) {
        chronicle.snapshots().stream()
            .filter(Snapshot::whole)
            .forEach(snapshot -> trails.look(chronicle, snapshot));
      }
    }
    return trails;
  }

  Set<String> items() {
    return clues.keySet();
  }

  /** Whether a bin that tells of the item contradicts itself. */
  boolean isInSpoilt(String item) {
    return changes.getOrDefault(item, Map.of()).keySet().stream()
        .anyMatch(chronicle -> chronicles.isSpoilt(chronicle.bin()));
  }

  Trail of(String item) {
    List<Clue> own = clues.getOrDefault(item, List.of());
    Map<Chronicle, List<Change>> bins = new LinkedHashMap<>(changes.getOrDefault(item, Map.of()));
    own.stream()
        .flatMap(
            clue -> clue instanceof Effect effect ? binOf(effect.wish()).stream() : Stream.empty())
        .map(chronicles::of)
        .filter(chronicle -> chronicle.lastRevision() >= 0)
        .forEach(chronicle -> bins.putIfAbsent(chronicle, List.of()));
    return Trail.of(item, start(item, own, bins.keySet()), own, bins);
  }

  private static Optional<String> binOf(Wish wish) {
    return switch (wish) {
      case Wish.Bring(_, String bin) -> Optional.of(bin);
      case Wish.Pull(_, String bin) -> Optional.of(bin);
      case Wish.PullNext(String bin) -> Optional.of(bin);
      case Wish.Add(_, String bin) -> Optional.of(bin);
      case Wish.Move(_, String bin) -> Optional.of(bin);
      default -> Optional.empty();
    };
  }

  /** Where it was before anybody asked for anything, as far as that is known. */
  private static State start(String item, List<Clue> own, Set<Chronicle> bins) {
    long first = Long.MAX_VALUE;
    for (Clue clue : own) {
      if (clue instanceof Effect effect) {
        if (effect.wish() instanceof Wish.Create || effect.wish() instanceof Wish.Bring) {
          return State.NOWHERE;
        }
        first = Math.min(first, effect.from());
      }
    }
    List<State> shown = new ArrayList<>();
    for (Chronicle chronicle : bins) {
      if (!chronicle.snapshots().isEmpty()) {
        Snapshot read = chronicle.snapshots().getFirst();
        if (read.at() < first && read.items().contains(item)) {
          shown.add(State.bin(chronicle.bin()));
        }
      }
    }
    return shown.size() == 1 ? shown.getFirst() : State.UNKNOWN;
  }

  private void readChanges(Chronicle chronicle) {
    for (long revision : chronicle.revisions()) {
      Change change = chronicle.change(revision).orElseThrow();
      if (revision > chronicle.firstRevision()) {
        changes
            .computeIfAbsent(change.item(), _ -> new LinkedHashMap<>())
            .computeIfAbsent(chronicle, _ -> new ArrayList<>())
            .add(change);
        clues.computeIfAbsent(change.item(), _ -> new ArrayList<>());
      }
    }
  }

  private void look(Chronicle chronicle, Snapshot snapshot) {
    Set<String> shown = new HashSet<>(snapshot.items());
    for (String item : chronicle.items()) {
      Seen seen =
          shown.contains(item)
              ? new Seen.At(new Place.Bin(chronicle.bin()))
              : new Seen.NotIn(chronicle.bin());
      see(item, seen, snapshot.askedAt(), snapshot);
    }
  }

  private void see(String item, Seen seen, long askedAt, Happening by) {
    add(item, new Sight(seen, askedAt, by.at(), List.of(by)));
  }

  private void add(String item, Clue clue) {
    clues.computeIfAbsent(item, _ -> new ArrayList<>()).add(clue);
  }

  private void read(Request request) {
    if (request.done().isPresent()) {
      long end = request.done().get().end();
      itemOf(request)
          .ifPresent(item -> {
            if (request.wish() instanceof Wish.Save) {
              add(item, sight(request, heldBy(request)));
            } else {
              add(item, new Effect(request, request.asked().at(), end, false));
            }
          });
    } else if (request.lost().isPresent() || isUnknown(request)) {
      itemOf(request)
          .flatMap(item -> Refusals.seen(request))
          .ifPresent(seen -> add(itemOf(request).orElseThrow(), sight(request, seen)));
    } else if (request.isOpen() && !(request.wish() instanceof Wish.Save)) {
      Effect effect = new Effect(request, request.asked().at(), Long.MAX_VALUE, true);
      if (request.wish() instanceof Wish.PullNext(String bin)) {
        chronicles.of(bin).items().forEach(item -> add(item, effect));
      } else {
        itemOf(request).ifPresent(item -> add(item, effect));
      }
    }
  }

  private static boolean isUnknown(Request request) {
    return !request.isRepeated() && Refusals.isUnknown(request.calls().getFirst());
  }

  private static Seen heldBy(Request request) {
    return new Seen.HeldBy(request.agent(), request.asked().hold().orElse(State.UNKNOWN_HOLD));
  }

  private static Sight sight(Request request, Seen seen) {
    Optional<Call> kept = request.done().or(request::lost);
    return new Sight(
        seen,
        request.asked().at(),
        kept.orElse(request.calls().getFirst()).end(),
        kept.isPresent() ? request.evidence() : request.everything());
  }

  /** Which item a request is about, where that is known. */
  static Optional<String> itemOf(Request request) {
    return switch (request.wish()) {
      case Wish.Create(), Wish.PullNext(_) -> request.told().item();
      case Wish.Bring(String item, _) -> Optional.of(item);
      case Wish.Pull(String item, _) -> Optional.of(item);
      case Wish.Add(String item, _) -> Optional.of(item);
      case Wish.Edit(String item) -> Optional.of(item);
      case Wish.Move(String item, _) -> Optional.of(item);
      case Wish.Offer(String item, _) -> Optional.of(item);
      case Wish.Release(String item) -> Optional.of(item);
      case Wish.Save(String item) -> Optional.of(item);
      case Wish.Finish(String item) -> Optional.of(item);
      case Wish.Accept(String item) -> Optional.of(item);
      case Wish.Reject(String item) -> Optional.of(item);
      case Wish.Grant _, Wish.Withdraw _, Wish.Disable _, Wish.Other _ -> Optional.empty();
    };
  }
}
