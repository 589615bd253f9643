package org.openworkbin.proof.history;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openworkbin.proof.history.Chronicle.Claim;
import org.openworkbin.proof.history.Chronicle.Sighting;
import org.openworkbin.proof.history.Happening.CaughtUp;
import org.openworkbin.proof.history.Happening.Counted;
import org.openworkbin.proof.history.Happening.Heard;
import org.openworkbin.proof.history.Happening.Snapshot;
import org.openworkbin.proof.history.Happening.Subscribed;

/** The chronicles of all bins: is everybody told the same (P4), and nothing forgotten (P3)? */
final class Chronicles {
  private final Findings findings;
  private final Faults faults;
  private final TreeMap<String, Chronicle> bins = new TreeMap<>();
  private final Set<String> spoilt = new HashSet<>();

  Chronicles(Findings findings, Faults faults) {
    this.findings = findings;
    this.faults = faults;
  }

  void read(History history, Requests requests) {
    for (Happening happening : history.happenings()) {
      switch (happening) {
        case Heard heard -> claim(heard.bin(), heard.change(), heard);
        case Subscribed told -> of(told.bin()).see(told.revision(), Long.MIN_VALUE, told);
        case Snapshot snapshot -> of(snapshot.bin()).see(snapshot);
        case CaughtUp caughtUp -> read(caughtUp);
        case Counted counted ->
            counted
                .revision()
                .ifPresent(revision -> of(counted.bin()).see(revision, counted.askedAt(), counted));
        default -> {}
      }
    }
    Causes causes = Causes.of(requests);
    bins.values().forEach(chronicle -> chronicle.close(causes));
    bins.values().forEach(this::checkGoesOn);
  }

  private void read(CaughtUp caughtUp) {
    long next = caughtUp.since() + 1;
    for (Change change : caughtUp.changes()) {
      if (change.revision() != next) {
        tellGap(caughtUp, next);
        return;
      }
      claim(caughtUp.bin(), change, part(caughtUp, change));
      next++;
    }
    if (!caughtUp.more() && next != caughtUp.revision() + 1) {
      tellGap(caughtUp, next);
    }
    of(caughtUp.bin()).see(caughtUp.revision(), caughtUp.askedAt(), caughtUp);
  }

  private void tellGap(CaughtUp caughtUp, long missing) {
    findings.add(
        List.of(Promise.P4, caughtUp.bin(), missing),
        Promise.P4,
        "The changes of bin %s since %d lack revision %d"
            .formatted(caughtUp.bin(), caughtUp.since(), missing),
        List.of(caughtUp));
  }

  /** That change alone, as if only it had been asked for. */
  private static CaughtUp part(CaughtUp all, Change change) {
    return new CaughtUp(
        all.agent(),
        all.bin(),
        change.revision() - 1,
        List.of(change),
        all.revision(),
        all.itemCount(),
        all.revision() > change.revision(),
        all.askedAt(),
        all.at());
  }

  private void claim(String bin, Change change, Happening by) {
    Optional<Claim> other = of(bin).claim(change, by);
    other.ifPresent(first -> {
      spoilt.add(bin);
      boolean forgotten = faults.forgotBetween(first.by(), by).isPresent();
      findings.add(
          List.of(Promise.P4, bin, change.revision()),
          forgotten ? Promise.P3 : Promise.P4,
          "Revision %d of bin %s is told as %s and as %s%s"
              .formatted(
                  change.revision(),
                  bin,
                  words(first.change()),
                  words(change),
                  forgotten ? ", before and after a fault" : ""),
          faults.with(List.of(first.by(), by)));
    });
  }

  private static String words(Change change) {
    return change.action() + " of " + change.item();
  }

  /** Whoever looks later sees no older revision. */
  private void checkGoesOn(Chronicle chronicle) {
    List<Sighting> byQuestion =
        chronicle.sightings().stream()
            .filter(each -> each.askedAt() > Long.MIN_VALUE)
            .sorted(Comparator.comparingLong(Sighting::askedAt))
            .toList();
    for (Sighting late : byQuestion) {
      if (chronicle.latest(late.revision() + 1) < late.askedAt()) {
        spoilt.add(chronicle.bin());
        Happening before = chronicle.firstSeen(late.revision() + 1);
        boolean forgotten = faults.forgotBetween(before, late.by()).isPresent();
        findings.add(
            List.of(Promise.P4, chronicle.bin(), "back"),
            forgotten ? Promise.P3 : Promise.P4,
            "Bin %s was read at revision %d after a later one had been told%s"
                .formatted(
                    chronicle.bin(), late.revision(), forgotten ? ", and a fault between" : ""),
            faults.with(List.of(before, late.by())));
        return;
      }
    }
  }

  /** Whether what is told of the bin contradicts itself, so that nothing follows from it. */
  boolean isSpoilt(String bin) {
    return spoilt.contains(bin);
  }

  /** The chronicle of a bin, which may be empty. */
  Chronicle of(String bin) {
    return bins.computeIfAbsent(bin, Chronicle::new);
  }

  Collection<Chronicle> all() {
    return bins.values();
  }
}
