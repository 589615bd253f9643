package org.openworkbin.proof.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openworkbin.proof.history.Happening.Found;
import org.openworkbin.proof.history.Happening.Settled;
import org.openworkbin.proof.history.Happening.Snapshot;

/** P1 at the end: is each item in exactly one place, as far as bins and items tell? */
final class Audit {
  private final Findings findings;
  private final Chronicles chronicles;
  private final List<Settled> quiet = new ArrayList<>();
  private final Map<String, Snapshot> bins = new HashMap<>();
  private final Map<String, Snapshot> shown = new HashMap<>();
  private final Map<String, Found> found = new HashMap<>();

  Audit(Findings findings, Chronicles chronicles) {
    this.findings = findings;
    this.chronicles = chronicles;
  }

  void check(History history) {
    history.happenings().stream()
        .filter(Settled.class::isInstance)
        .map(Settled.class::cast)
        .findFirst()
        .ifPresent(settled -> check(history, settled));
  }

  private void check(History history, Settled settled) {
    quiet.add(settled);
    for (Happening happening : history.happenings()) {
      switch (happening) {
        case Snapshot read when read.askedAt() >= settled.at() && isLast(read) -> show(read);
        case Found look when look.askedAt() >= settled.at() -> found.put(look.item(), look);
        default -> {}
      }
    }
    found.values().forEach(this::checkFound);
    bins.values().forEach(this::checkNothingIsNowhere);
  }

  private boolean isLast(Snapshot read) {
    return read.whole() && read.revision() == chronicles.of(read.bin()).lastRevision();
  }

  private void show(Snapshot read) {
    bins.put(read.bin(), read);
    for (String item : new HashSet<>(read.items())) {
      Snapshot other = shown.put(item, read);
      if (other != null && !other.bin().equals(read.bin())) {
        tell(
            item,
            "%s lies in bin %s and in bin %s".formatted(item, other.bin(), read.bin()),
            List.of(other, read));
      }
    }
  }

  private void checkFound(Found look) {
    String item = look.item();
    Snapshot there = shown.get(item);
    switch (look.place()) {
      case Place.Bin(String bin) -> {
        Snapshot read = bins.get(bin);
        if (there == null && read != null) {
          tell(
              item,
              "%s is said to lie in bin %s, which does not show it".formatted(item, bin),
              List.of(read, look));
        } else if (there != null && !there.bin().equals(bin)) {
          tell(
              item,
              "%s is said to lie in bin %s, and bin %s shows it".formatted(item, bin, there.bin()),
              List.of(there, look));
        }
      }
      case Place.Hand _, Place.Offered _, Place.Ended _, Place.Elsewhere _ -> {
        if (there != null) {
          tell(
              item,
              "%s is said to be %s, and bin %s shows it".formatted(item, look.place(), there.bin()),
              List.of(there, look));
        }
      }
    }
  }

  /** What all changes leave in a bin is shown there, or is somewhere else. */
  private void checkNothingIsNowhere(Snapshot read) {
    Chronicle chronicle = chronicles.of(read.bin());
    Map<String, Happening> left = new HashMap<>();
    for (Snapshot first : chronicle.snapshots().subList(0, 1)) {
      first.items().forEach(item -> left.put(item, first));
    }
    for (long revision : chronicle.revisions()) {
      Change change = chronicle.change(revision).orElseThrow();
      if (change.action() == Change.Action.REMOVED) {
        left.remove(change.item());
      } else {
        left.put(change.item(), chronicle.evidenceOf(revision).orElseThrow());
      }
    }
    Set<String> shownHere = new HashSet<>(read.items());
    left.forEach((item, by) -> {
      if (!shownHere.contains(item) && !shown.containsKey(item) && isNowhere(item)) {
        tell(
            item,
            "%s came into bin %s, and at the end it is nowhere".formatted(item, read.bin()),
            found.containsKey(item) ? List.of(by, read, found.get(item)) : List.of(by, read));
      }
    });
  }

  private boolean isNowhere(String item) {
    Found look = found.get(item);
    return look == null || look.place() instanceof Place.Elsewhere;
  }

  private void tell(String item, String sentence, List<? extends Happening> piece) {
    List<Happening> all = new ArrayList<>(quiet);
    all.addAll(piece);
    findings.add(item, Promise.P1, sentence, all);
  }
}
