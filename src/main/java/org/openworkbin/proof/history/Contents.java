package org.openworkbin.proof.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openworkbin.proof.history.Happening.CaughtUp;
import org.openworkbin.proof.history.Happening.Counted;
import org.openworkbin.proof.history.Happening.Snapshot;

/**
 * P4 and P6 at each bin: are the first content and all changes since then the content that was read
 * later, and as much as the counters say?
 */
final class Contents {
  private final Findings findings;
  private final Chronicles chronicles;
  private final Rights rights;

  Contents(Findings findings, Chronicles chronicles, Rights rights) {
    this.findings = findings;
    this.chronicles = chronicles;
    this.rights = rights;
  }

  void check(History history) {
    Map<String, List<Happening>> counters = new HashMap<>();
    for (Happening happening : history.happenings()) {
      switch (happening) {
        case Counted counted -> add(counters, counted.bin(), counted);
        case CaughtUp caughtUp -> add(counters, caughtUp.bin(), caughtUp);
        case Snapshot snapshot -> checkAlone(snapshot);
        default -> {}
      }
    }
    for (Chronicle chronicle : chronicles.all()) {
      if (chronicles.isSpoilt(chronicle.bin())) {
        continue;
      }
      Replay replay = new Replay(chronicle);
      replay.run();
      for (Happening counter : counters.getOrDefault(chronicle.bin(), List.of())) {
        switch (counter) {
          case Counted counted -> checkCount(replay, counted);
          case CaughtUp caughtUp ->
              checkCount(
                  replay, caughtUp.revision(), caughtUp.itemCount(), chronicle.bin(), caughtUp);
          default -> {}
        }
      }
    }
  }

  private static void add(Map<String, List<Happening>> all, String bin, Happening counter) {
    all.computeIfAbsent(bin, _ -> new ArrayList<>()).add(counter);
  }

  private void checkAlone(Snapshot snapshot) {
    Set<String> items = new HashSet<>();
    for (String item : snapshot.items()) {
      if (!items.add(item)) {
        findings.add(
            item,
            Promise.P1,
            "Bin %s shows %s twice".formatted(snapshot.bin(), item),
            List.of(snapshot));
      }
    }
    boolean wrong =
        snapshot.whole()
            ? snapshot.itemCount() != snapshot.items().size()
            : snapshot.itemCount() < snapshot.items().size();
    if (wrong) {
      findings.add(
          List.of(Promise.P6, snapshot.bin()),
          Promise.P6,
          "Bin %s is said to hold %d at revision %d, and shows %d"
              .formatted(
                  snapshot.bin(),
                  snapshot.itemCount(),
                  snapshot.revision(),
                  snapshot.items().size()),
          List.of(snapshot));
    }
  }

  private void checkCount(Replay replay, Counted counted) {
    if (counted.revision().isPresent()) {
      checkCount(replay, counted.revision().getAsLong(), counted.count(), counted.bin(), counted);
    } else if (replay.neverHeld(counted)) {
      tellCount(counted.bin(), counted.count(), "whatever revision is meant", counted, replay);
    }
  }

  private void checkCount(Replay replay, long revision, long count, String bin, Happening counter) {
    Integer size = replay.sizes.get(revision);
    if (size != null && size != count) {
      tellCount(
          bin, count, "at revision %d it holds %d".formatted(revision, size), counter, replay);
    }
  }

  private void tellCount(String bin, long count, String truth, Happening counter, Replay replay) {
    List<Happening> piece = new ArrayList<>();
    replay.proof(counter).ifPresent(piece::add);
    piece.add(counter);
    findings.add(
        List.of(Promise.P6, bin),
        Promise.P6,
        "Bin %s is said to hold %d, and %s".formatted(bin, count, truth),
        piece);
  }

  /** A bin's content from revision to revision. */
  private final class Replay {
    private final Chronicle chronicle;
    private final Set<String> content = new HashSet<>();
    private final Map<String, Happening> evidence = new HashMap<>();
    private final Map<Long, Integer> sizes = new HashMap<>();
    private Optional<Snapshot> base = Optional.empty();
    private long revision;

    private Replay(Chronicle chronicle) {
      this.chronicle = chronicle;
    }

    private void run() {
      for (Snapshot snapshot : chronicle.snapshots()) {
        if (base.isEmpty() || !advance(snapshot.revision())) {
          adopt(snapshot);
        } else if (!fits(snapshot)) {
          return;
        }
      }
      if (base.isPresent()) {
        advance(chronicle.lastRevision());
      }
    }

    private void adopt(Snapshot snapshot) {
      base = snapshot.whole() ? Optional.of(snapshot) : Optional.empty();
      content.clear();
      evidence.clear();
      content.addAll(snapshot.items());
      revision = snapshot.revision();
      if (snapshot.whole()) {
        sizes.put(revision, content.size());
      }
    }

    /**
     * Applies all changes up to that revision; false where one of them is not known or is wrong.
     */
    private boolean advance(long goal) {
      while (revision < goal) {
        Optional<Change> change = chronicle.change(revision + 1);
        if (change.isEmpty() || !apply(change.get())) {
          return false;
        }
        revision++;
        sizes.put(revision, content.size());
      }
      return true;
    }

    private boolean apply(Change change) {
      boolean fits =
          switch (change.action()) {
            case ADDED -> content.add(change.item());
            case REMOVED -> content.remove(change.item());
            case UPDATED -> content.contains(change.item());
          };
      Happening by = chronicle.evidenceOf(change.revision()).orElseThrow();
      if (!fits) {
        findings.add(
            change.item(),
            Promise.P4,
            "Revision %d of bin %s is %s of %s, which %s there"
                .formatted(
                    change.revision(),
                    chronicle.bin(),
                    change.action(),
                    change.item(),
                    change.action() == Change.Action.ADDED ? "was" : "was not"),
            List.of(evidenceFor(change.item()), by));
      }
      evidence.put(change.item(), by);
      return fits;
    }

    /** What shows last whether the item is there. */
    private Happening evidenceFor(String item) {
      Happening known = evidence.get(item);
      return known == null ? base.orElseThrow() : known;
    }

    private boolean fits(Snapshot snapshot) {
      for (String item : snapshot.items()) {
        if (!content.contains(item)) {
          tellExtra(snapshot, item);
          return false;
        }
      }
      if (snapshot.whole() && snapshot.items().size() < content.size()) {
        Set<String> missing = new HashSet<>(content);
        snapshot.items().forEach(missing::remove);
        missing.forEach(item -> tell(snapshot, item, "does not show %s, which lies there"));
        return false;
      }
      return true;
    }

    private void tellExtra(Snapshot snapshot, String item) {
      Optional<Happening> elsewhere = seenWhereReaderMayNot(snapshot, item);
      if (elsewhere.isPresent()) {
        findings.add(
            item,
            Promise.P7,
            "%s was shown %s in bin %s, which lies in a bin that he may not see"
                .formatted(snapshot.agent(), item, chronicle.bin()),
            List.of(elsewhere.get(), snapshot));
      } else {
        tell(snapshot, item, "shows %s, which does not lie there");
      }
    }

    private void tell(Snapshot snapshot, String item, String what) {
      findings.add(
          item,
          Promise.P4,
          "Bin %s at revision %d %s by what was read before and told since"
              .formatted(chronicle.bin(), snapshot.revision(), what.formatted(item)),
          List.of(evidenceFor(item), snapshot));
    }

    private Optional<Happening> seenWhereReaderMayNot(Snapshot read, String item) {
      return chronicles.all().stream()
          .filter(other -> other != chronicle)
          .filter(other -> !rights.possible(read.agent(), other.bin(), read.askedAt(), read.at()))
          .flatMap(other -> other.evidenceFor(item))
          .findFirst();
    }

    /** Whether no revision that the counter can mean has so many items, as far as is known. */
    private boolean neverHeld(Counted counted) {
      long first = chronicle.reachedBy(counted.askedAt());
      for (long each = first; chronicle.earliest(each) <= counted.at(); each++) {
        Integer size = sizes.get(each);
        if (size == null || size == counted.count()) {
          return false;
        }
        if (each >= chronicle.lastRevision()) {
          return true;
        }
      }
      return true;
    }

    private Optional<Happening> proof(Happening counter) {
      return chronicle.snapshots().stream()
          .map(Happening.class::cast)
          .filter(snapshot -> !snapshot.equals(counter))
          .findFirst();
    }
  }
}
