package org.openworkbin.proof.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openworkbin.proof.history.Happening.Snapshot;

/**
 * The changes of a bin by revision, as everybody together was told of them, and between which times
 * each must have happened.
 */
final class Chronicle {
  private static final Bound ALWAYS = new Bound(Long.MIN_VALUE, List.of());

  private final String bin;
  private final Map<Long, Claim> claims = new HashMap<>();
  private final List<Sighting> sightings = new ArrayList<>();
  private final List<Snapshot> snapshots = new ArrayList<>();
  private final Set<String> items = new HashSet<>();
  private final TreeMap<Long, Bound> earliest = new TreeMap<>();
  private List<Long> inOrder = List.of();
  private final TreeMap<Long, Long> latest = new TreeMap<>();

  Chronicle(String bin) {
    this.bin = bin;
  }

  /** A claim that a change happened; the first that was heard of it. */
  record Claim(Change change, Happening by) {}

  /** Something had not happened before that time, as those show. */
  record Bound(long time, List<Happening> by) {}

  /** The bin was at that revision at some time between those. */
  record Sighting(long revision, long askedAt, long at, Happening by) {}

  /**
   * Notes a claim.
   *
   * @return the other claim, where the two are not the same
   */
  Optional<Claim> claim(Change change, Happening by) {
    items.add(change.item());
    Claim other = claims.get(change.revision());
    if (other == null) {
      claims.put(change.revision(), new Claim(change, by));
      return Optional.empty();
    }
    if (!other.change().equals(change)) {
      return Optional.of(other);
    }
    if (by.at() < other.by().at()) {
      claims.put(change.revision(), new Claim(change, by));
    }
    return Optional.empty();
  }

  void see(long revision, long askedAt, Happening by) {
    sightings.add(new Sighting(revision, askedAt, by.at(), by));
  }

  void see(Snapshot snapshot) {
    see(snapshot.revision(), snapshot.askedAt(), snapshot);
    snapshots.add(snapshot);
    items.addAll(snapshot.items());
  }

  /** Makes ready for questions, once all is noted. */
  void close(Causes causes) {
    snapshots.sort(Comparator.comparingLong(Snapshot::revision).thenComparingLong(Snapshot::at));
    sightings.sort(Comparator.comparingLong(Sighting::revision));
    inOrder = claims.keySet().stream().sorted().toList();
    findLatest();
    findEarliest(causes);
  }

  private void findLatest() {
    TreeMap<Long, Long> seen = new TreeMap<>();
    sightings.forEach(each -> seen.merge(each.revision(), each.at(), Math::min));
    claims.forEach((revision, claim) -> seen.merge(revision, claim.by().at(), Math::min));
    long bound = Long.MAX_VALUE;
    for (Map.Entry<Long, Long> each : seen.descendingMap().entrySet()) {
      bound = Math.min(bound, each.getValue());
      latest.put(each.getKey(), bound);
    }
  }

  /** From those who looked before it, and from those who asked for it or for one before it. */
  private void findEarliest(Causes causes) {
    for (Sighting sighting : sightings) {
      earliest.merge(
          sighting.revision() + 1,
          new Bound(sighting.askedAt(), List.of(sighting.by())),
          Chronicle::later);
    }
    claims.keySet().forEach(revision -> earliest.putIfAbsent(revision, ALWAYS));
    Bound bound = ALWAYS;
    for (Map.Entry<Long, Bound> each : earliest.entrySet()) {
      bound = later(bound, each.getValue());
      Claim claim = claims.get(each.getKey());
      if (claim != null) {
        bound = later(bound, causes.of(bin, claim, bound.time()));
      }
      each.setValue(bound);
    }
  }

  private static Bound later(Bound one, Bound other) {
    return other.time() > one.time() ? other : one;
  }

  String bin() {
    return bin;
  }

  /** Before that time the change to the revision had not happened. */
  long earliest(long revision) {
    return bound(revision).time();
  }

  /** The same, with what shows it. */
  Bound bound(long revision) {
    Map.Entry<Long, Bound> bound = earliest.floorEntry(revision);
    return bound == null ? ALWAYS : bound.getValue();
  }

  /** At that time it had. */
  long latest(long revision) {
    Map.Entry<Long, Long> bound = latest.ceilingEntry(revision);
    return bound == null ? Long.MAX_VALUE : bound.getValue();
  }

  Optional<Change> change(long revision) {
    return Optional.ofNullable(claims.get(revision)).map(Claim::change);
  }

  boolean isKnown(long revision) {
    return claims.containsKey(revision);
  }

  /** The first revision that anything is known of: changes up to it are not. */
  long firstRevision() {
    long fromClaims = inOrder.isEmpty() ? Long.MAX_VALUE : inOrder.getFirst() - 1;
    return sightings.isEmpty() ? fromClaims : Math.min(fromClaims, sightings.getFirst().revision());
  }

  long lastRevision() {
    return latest.isEmpty() ? -1 : latest.lastKey();
  }

  /** What tells of the last revision; only where anything does. */
  Happening lastSeen() {
    return evidenceOf(lastRevision()).orElseGet(() -> sightings.getLast().by());
  }

  /** What told first that the revision, or a later one, was reached; only where anything did. */
  Happening firstSeen(long revision) {
    long bound = latest(revision);
    Optional<Happening> claimed =
        claims.values().stream()
            .filter(claim -> claim.change().revision() >= revision && claim.by().at() == bound)
            .map(Claim::by)
            .findFirst();
    return claimed.orElseGet(() ->
        sightings.stream()
            .filter(each -> each.revision() >= revision && each.at() == bound)
            .map(Sighting::by)
            .findFirst()
            .orElseThrow());
  }

  /** What told first of a change. */
  Optional<Happening> evidenceOf(long revision) {
    return Optional.ofNullable(claims.get(revision)).map(Claim::by);
  }

  /** The last revision that had surely been reached by then; before any, the first known. */
  long reachedBy(long time) {
    long reached = firstRevision();
    for (Map.Entry<Long, Long> each : latest.entrySet()) {
      if (each.getValue() > time) {
        break;
      }
      reached = Math.max(reached, each.getKey());
    }
    return reached;
  }

  /** All items that were ever seen in it. */
  Set<String> items() {
    return items;
  }

  /** What shows that the item is or was in this bin. */
  Stream<Happening> evidenceFor(String item) {
    return Stream.concat(
        claims.values().stream()
            .filter(claim -> claim.change().item().equals(item))
            .sorted(Comparator.comparingLong(claim -> -claim.change().revision()))
            .map(Claim::by),
        snapshots.stream().filter(snapshot -> snapshot.items().contains(item)));
  }

  /** By revision. */
  List<Sighting> sightings() {
    return sightings;
  }

  /** By revision. */
  List<Snapshot> snapshots() {
    return snapshots;
  }

  /** The revisions whose changes are known, in order. */
  List<Long> revisions() {
    return inOrder;
  }

  /** Whether the change of a revision after the first and up to the last of those is not known. */
  boolean hasGap(long first, long last) {
    return last > first && placeAfter(last) - placeAfter(first) < last - first;
  }

  /** How many known revisions there are up to that one. */
  private int placeAfter(long revision) {
    int found = Collections.binarySearch(inOrder, revision);
    return found >= 0 ? found + 1 : -found - 1;
  }
}
