package org.openworkbin.proof.history;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openworkbin.proof.history.Clue.Effect;
import org.openworkbin.proof.history.Clue.Mark;
import org.openworkbin.proof.history.Clue.Sight;
import org.openworkbin.proof.history.Happening.Asked;
import org.openworkbin.proof.history.Happening.Snapshot;
import org.openworkbin.proof.history.Happening.Struck;

/** Which promise was not kept, where a few clues contradict each other. */
final class Diagnosis {
  private final Trail trail;
  private final Scope window;
  private final BitSet core;
  private final Leases leases;
  private final Faults faults;
  private final List<Clue> clues;

  Diagnosis(Trail trail, Scope window, BitSet core, Leases leases, Faults faults) {
    this.trail = trail;
    this.window = window;
    this.core = core;
    this.leases = leases;
    this.faults = faults;
    this.clues = core.stream().mapToObj(trail.clues()::get).toList();
  }

  void tell(Findings findings) {
    Set<Happening> piece = new LinkedHashSet<>();
    clues.forEach(clue -> piece.addAll(clue.evidence()));
    if (isPossible(trail, window.with(core).withoutBounds())) {
      clues.stream()
          .filter(Mark.class::isInstance)
          .map(Mark.class::cast)
          .forEach(mark -> piece.addAll(mark.after().by()));
    }
    Optional<Struck> fault = forgot();
    List<Request> repeated = repeated();
    if (fault.isPresent()) {
      piece.add(fault.get());
      tell(findings, Promise.P3, "%s: what was answered before a fault is not so after it", piece);
    } else if (!repeated.isEmpty() && isPossible(trail.and(again(repeated)), everything())) {
      repeated.forEach(request -> piece.addAll(request.everything()));
      tell(findings, Promise.P5, "%s: a repeated request had more than one effect", piece);
    } else {
      tell(findings, promise(), sentence(), piece);
    }
  }

  private void tell(Findings findings, Promise promise, String sentence, Set<Happening> piece) {
    findings.add(trail.item(), promise, sentence.formatted(trail.item()), List.copyOf(piece));
  }

  private Promise promise() {
    if (clues.stream().anyMatch(Diagnosis::isRefusedPull)) {
      return Promise.P2;
    }
    if (clues.stream().anyMatch(Diagnosis::isWrite) || isLateWrite()) {
      return Promise.P8;
    }
    if (takers() > 1) {
      return Promise.P2;
    }
    if (isStaleRead()) {
      return Promise.P4;
    }
    return clues.stream().anyMatch(clue -> clue instanceof Effect || clue instanceof Mark)
        ? Promise.P3
        : Promise.P1;
  }

  private String sentence() {
    return switch (promise()) {
      case P2 ->
          takers() > 1
              ? "%s: two were answered that they have it"
              : "%s: a loser was told something that was never so while he asked";
      case P8 ->
          isLateWrite()
              ? "%s: a write was done for somebody who did not hold it any more"
              : "%s: a holder was told something that was never so while he asked";
      case P4 -> "%s: a read that was asked for later does not show what was answered before";
      case P3 ->
          hasEffect()
              ? "%s: what was answered is not so afterwards"
              : "%s: it was moved, and nobody asked for that";
      default -> "%s: what was seen of it fits no single place";
    };
  }

  private boolean hasEffect() {
    return clues.stream().anyMatch(Effect.class::isInstance);
  }

  private long takers() {
    return clues.stream()
        .filter(clue ->
            clue instanceof Effect effect
                && (effect.wish() instanceof Wish.Create
                    || effect.wish() instanceof Wish.Pull
                    || effect.wish() instanceof Wish.PullNext
                    || effect.wish() instanceof Wish.Accept))
        .count();
  }

  private static Optional<Wish> wish(Clue clue) {
    return clue instanceof Sight sight && sight.evidence().getFirst() instanceof Asked asked
        ? Optional.of(asked.wish())
        : Optional.empty();
  }

  private static boolean isRefusedPull(Clue clue) {
    return wish(clue).filter(Wish.Pull.class::isInstance).isPresent();
  }

  private static boolean isWrite(Clue clue) {
    return wish(clue).filter(wish -> !(wish instanceof Wish.Pull)).isPresent();
  }

  private static boolean isSave(Clue clue) {
    return clue instanceof Sight sight && sight.seen() instanceof Clue.Seen.HeldBy;
  }

  private boolean isLateWrite() {
    return clues.stream().anyMatch(Diagnosis::isSave)
        || isPossible(trail, window.with(core).whereAnybodyMayWrite());
  }

  /** Whether all fits but for when it was seen that something had not happened yet. */
  private boolean isStaleRead() {
    BitSet rest = (BitSet) window.must().clone();
    window.must().stream()
        .filter(clue ->
            trail.clues().get(clue) instanceof Sight sight
                && sight.evidence().getFirst() instanceof Snapshot)
        .forEach(rest::clear);
    return hasEffect() && isPossible(trail, window.with(rest).withoutBounds());
  }

  private Optional<Struck> forgot() {
    return clues.stream()
        .filter(clue -> clue instanceof Effect)
        .flatMap(effect ->
            clues.stream()
                .filter(other -> !other.equals(effect))
                .flatMap(other -> faults.between(Trail.to(effect), Trail.from(other)).stream()))
        .findFirst();
  }

  private List<Request> repeated() {
    return window.present().stream()
        .mapToObj(trail.clues()::get)
        .filter(Effect.class::isInstance)
        .map(clue -> ((Effect) clue).request())
        .filter(Request::isRepeated)
        .toList();
  }

  /** Each sending of a request but the first as one that may have had an effect of its own. */
  private static List<Effect> again(List<Request> repeated) {
    List<Effect> more = new ArrayList<>();
    for (Request request : repeated) {
      request.calls().stream()
          .skip(1)
          .forEach(call -> more.add(new Effect(request, call.asked().at(), call.end(), true)));
    }
    return more;
  }

  /** The core, and all that may be, with whatever was added to the trail. */
  private Scope everything() {
    BitSet present = (BitSet) window.present().clone();
    present.set(trail.clues().size(), trail.clues().size() + repeats());
    return new Scope(window.start(), present, core, window.until(), true, false);
  }

  private int repeats() {
    return repeated().stream().mapToInt(request -> request.calls().size() - 1).sum();
  }

  private boolean isPossible(Trail other, Scope scope) {
    return new Search(other, scope, leases).firstContradiction().isEmpty();
  }
}
