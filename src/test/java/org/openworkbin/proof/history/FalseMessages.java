package org.openworkbin.proof.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.openworkbin.proof.history.Happening.Asked;
import org.openworkbin.proof.history.Happening.Cut;
import org.openworkbin.proof.history.Happening.Heard;
import org.openworkbin.proof.history.Happening.Listens;
import org.openworkbin.proof.history.Happening.Notified;
import org.openworkbin.proof.history.Happening.Opened;

/** Messages to listeners that a correct server would not have sent. */
final class FalseMessages {

  private FalseMessages() {}

  /** The next that the listener heard of the bin, where it was not cut in between. */
  private static Optional<Integer> following(List<Happening> all, int place) {
    Heard heard = (Heard) all.get(place);
    for (int next = place + 1; next < all.size(); next++) {
      boolean ends =
          switch (all.get(next)) {
            case Cut cut -> cut.listener().equals(heard.listener());
            case Asked asked -> asked.wish() instanceof Wish.Withdraw;
            case Happening.Unsubscribed _ -> true;
            default -> false;
          };
      if (ends) {
        return Optional.empty();
      }
      if (all.get(next) instanceof Heard other
          && other.listener().equals(heard.listener())
          && other.bin().equals(heard.bin())) {
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }

  private static Optional<Integer> event(List<Happening> all, Random random) {
    return Plant.any(
        all, random, place -> all.get(place) instanceof Heard && following(all, place).isPresent());
  }

  /** One that is neither the first nor the last that the listener heard. */
  static Optional<List<Happening>> dropped(List<Happening> all, Random random) {
    return Plant.any(
            all,
            random,
            place ->
                all.get(place) instanceof Heard
                    && following(all, place).flatMap(next -> following(all, next)).isPresent())
        .map(place -> {
          List<Happening> less = new ArrayList<>(all);
          less.remove(following(all, place).orElseThrow().intValue());
          return less;
        });
  }

  private static Heard at(Heard heard, Change change, long time) {
    return new Heard(heard.listener(), heard.agent(), heard.bin(), change, time);
  }

  static Optional<List<Happening>> twice(List<Happening> all, Random random) {
    return event(all, random)
        .map(place -> {
          Heard heard = (Heard) all.get(place);
          List<Happening> more = new ArrayList<>(all);
          more.add(place + 1, at(heard, heard.change(), heard.at()));
          return more;
        });
  }

  static Optional<List<Happening>> swapped(List<Happening> all, Random random) {
    return event(all, random)
        .map(place -> {
          int next = following(all, place).orElseThrow();
          Heard one = (Heard) all.get(place);
          Heard other = (Heard) all.get(next);
          return Plant.with(
              Plant.with(all, place, at(one, other.change(), one.at())),
              next,
              at(other, one.change(), other.at()));
        });
  }

  /** A change of a bin reaches somebody who never had a right to it. */
  static Optional<List<Happening>> foreignEvent(List<Happening> all, Random random) {
    return Plant.any(
            all,
            random,
            place ->
                all.get(place) instanceof Heard heard
                    && Rightless.listener(all, heard.bin()).isPresent())
        .map(place -> {
          Heard heard = (Heard) all.get(place);
          Opened other = Rightless.listener(all, heard.bin()).orElseThrow();
          List<Happening> more = new ArrayList<>(all);
          more.add(
              place + 1,
              new Heard(other.listener(), other.agent(), heard.bin(), heard.change(), heard.at()));
          return more;
        });
  }

  /** Who lost something although he listened all the time, and was told so, was told nothing. */
  static Optional<List<Happening>> notRevoked(List<Happening> all, Random random) {
    return Plant.any(
            all,
            random,
            place ->
                all.get(place) instanceof Notified told
                    && told.state().equals("Revoked")
                    && listensThroughout(all, told)
                    && hearsMore(all, told))
        .map(place -> {
          List<Happening> less = new ArrayList<>(all);
          less.remove(place.intValue());
          return less;
        });
  }

  private static boolean listensThroughout(List<Happening> all, Notified told) {
    return takenBack(all, told).stream()
        .anyMatch(since ->
            all.stream()
                .anyMatch(each ->
                    each instanceof Listens began
                        && began.listener().equals(told.listener())
                        && began.at() < since
                        && all.stream().noneMatch(other -> interrupts(other, began))));
  }

  /** Without that nothing says that it was to be heard yet. */
  private static boolean hearsMore(List<Happening> all, Notified told) {
    return all.stream()
        .anyMatch(each ->
            each instanceof Heard heard
                && heard.listener().equals(told.listener())
                && heard.at() > told.at());
  }

  private static boolean interrupts(Happening other, Listens began) {
    return other.at() >= began.at()
        && other instanceof Cut cut
        && cut.listener().equals(began.listener());
  }

  /** When it was asked for that takes it from him, the last time before. */
  private static Optional<Long> takenBack(List<Happening> all, Notified told) {
    return all.stream()
        .filter(each ->
            each instanceof Asked asked
                && asked.at() < told.at()
                && asked.hold().isPresent()
                && asked.wish() instanceof Wish.Move move
                && move.item().equals(told.item()))
        .map(Happening::at)
        .reduce((_, later) -> later);
  }
}
