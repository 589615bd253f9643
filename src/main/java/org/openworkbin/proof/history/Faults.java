package org.openworkbin.proof.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openworkbin.proof.history.Happening.Struck;

/** The faults of a run after which only what is durable is left. */
record Faults(List<Struck> forgetting) {

  static Faults of(History history) {
    return new Faults(
        history.happenings().stream()
            .filter(Struck.class::isInstance)
            .map(Struck.class::cast)
            .filter(struck -> struck.fault().forgets())
            .toList());
  }

  /** One of them that came between the two. */
  Optional<Struck> forgotBetween(Happening one, Happening other) {
    return between(Math.min(one.at(), other.at()), Math.max(one.at(), other.at()));
  }

  /** One of them that came between those times. */
  Optional<Struck> between(long first, long last) {
    return forgetting.stream()
        .filter(struck -> struck.at() >= first && struck.began() <= last)
        .findFirst();
  }

  /** The piece with the first fault that came within it, where one did. */
  List<Happening> with(List<? extends Happening> piece) {
    List<Happening> all = new ArrayList<>(piece);
    forgotBetween(piece.getFirst(), piece.getLast()).ifPresent(all::add);
    return all;
  }
}
