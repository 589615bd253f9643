package org.openworkbin.proof.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openworkbin.proof.history.Happening.Cut;
import org.openworkbin.proof.history.Happening.Heard;
import org.openworkbin.proof.history.Happening.Listens;
import org.openworkbin.proof.history.Happening.Notified;
import org.openworkbin.proof.history.Happening.Opened;

/**
 * What P8 says of messages: was whoever lost an interaction told so? He was to be told at each
 * listener that listened from before he lost it, without a break, until it heard of something that
 * happened afterwards: what is told comes in the order in which it happened.
 */
final class Goodbyes {
  private static final String REVOKED = "Revoked";

  private final Findings findings;
  private final Chronicles chronicles;

  /** By listener, with the listeners of one agent together. */
  private final Map<String, Map<String, Ear>> ears = new TreeMap<>();

  private final Map<String, Ear> byName = new HashMap<>();

  Goodbyes(Findings findings, Chronicles chronicles) {
    this.findings = findings;
    this.chronicles = chronicles;
  }

  void check(History history, List<Loss> losses) {
    history.happenings().forEach(this::listen);
    List<Loss> latestFirst = new ArrayList<>(losses);
    latestFirst.sort(Comparator.comparingLong(Loss::from).reversed());
    for (Loss loss : latestFirst) {
      ears.getOrDefault(loss.agent(), Map.of()).values().forEach(ear -> check(ear, loss));
    }
  }

  private void listen(Happening happening) {
    switch (happening) {
      case Opened opened -> {
        Ear ear = byName.computeIfAbsent(opened.listener(), Ear::new);
        ears.computeIfAbsent(opened.agent(), _ -> new TreeMap<>()).put(opened.listener(), ear);
        ear.opened = opened;
        ear.current = null;
      }
      case Listens told -> ear(told.listener()).goesOn(told);
      case Cut cut -> ear(cut.listener()).current = null;
      case Heard heard -> hear(ear(heard.listener()).goesOn(heard), heard);
      case Notified told when told.state().equals(REVOKED) ->
          ear(told.listener())
              .revoked
              .computeIfAbsent(told.item(), _ -> new ArrayList<>())
              .add(told.at());
      default -> {}
    }
  }

  private Ear ear(String listener) {
    return byName.computeIfAbsent(listener, Ear::new);
  }

  private void hear(Stretch stretch, Heard heard) {
    Chronicle.Bound bound = chronicles.of(heard.bin()).bound(heard.change().revision());
    if (!chronicles.isSpoilt(heard.bin()) && bound.time() > stretch.time) {
      stretch.time = bound.time();
      stretch.by = new ArrayList<>(bound.by());
      stretch.by.add(heard);
    }
  }

  /** Losses come latest first, so that each takes a message that none before it can do without. */
  private void check(Ear ear, Loss loss) {
    for (Stretch stretch : ear.stretches) {
      if (stretch.began.at() <= loss.from() && stretch.time > loss.to()) {
        long due = ear.due.merge(loss.item(), 1, Integer::sum);
        long told =
            ear.revoked.getOrDefault(loss.item(), List.of()).stream()
                .filter(at -> at >= loss.from())
                .count();
        if (told < due) {
          tell(ear, loss, stretch);
        }
      }
    }
  }

  private void tell(Ear ear, Loss loss, Stretch stretch) {
    List<Happening> piece = new ArrayList<>(loss.by());
    Opened opened = ear.opened;
    if (opened != null) {
      piece.add(opened);
    }
    piece.add(stretch.began);
    piece.addAll(stretch.by);
    findings.add(
        loss.item(),
        Promise.P8,
        "Listener %s of %s was never told that %s was taken from him"
            .formatted(ear.name, loss.agent(), loss.item()),
        piece);
  }

  /** A listener, and when it was told that something is no longer in its agent's hand. */
  private static final class Ear {
    private final String name;
    private final List<Stretch> stretches = new ArrayList<>();
    private final Map<String, List<Long>> revoked = new HashMap<>();
    private final Map<String, Integer> due = new HashMap<>();
    private @Nullable Opened opened;
    private @Nullable Stretch current;

    private Ear(String name) {
      this.name = name;
    }

    /** It is heard that it listens. */
    private Stretch goesOn(Happening by) {
      Stretch now = current;
      if (now == null) {
        now = new Stretch(by);
        stretches.add(now);
        current = now;
      }
      return now;
    }
  }

  /** A time in which it listened without a break. */
  private static final class Stretch {
    private final Happening began;

    /** It was told of something that was not before that time. */
    private long time = Long.MIN_VALUE;

    private List<Happening> by = List.of();

    private Stretch(Happening began) {
      this.began = began;
    }
  }
}
