package org.openworkbin.proof.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A way to spoil the history of a correct run by one lie, and the promise that it breaks. */
enum Plant {
  TWO_WINNERS(Promise.P2, FalseAnswers::twoWinners),
  WRONG_HOLDER(Promise.P2, FalseAnswers::wrongHolder),
  LOST_WRITE(Promise.P3, FalseAnswers::lostWrite),
  EVENT_DROPPED(Promise.P4, FalseMessages::dropped),
  EVENT_TWICE(Promise.P4, FalseMessages::twice),
  EVENTS_SWAPPED(Promise.P4, FalseMessages::swapped),
  STALE_READ(Promise.P4, FalseReads::stale),
  ITEM_LEFT_OUT(Promise.P4, FalseReads::leftOut),
  OTHER_ANSWER(Promise.P5, FalseAnswers::otherAnswer),
  WRONG_COUNT(Promise.P6, FalseReads::wrongCount),
  WRONG_ITEM_COUNT(Promise.P6, FalseReads::wrongItemCount),
  FOREIGN_EVENT(Promise.P7, FalseMessages::foreignEvent),
  FOREIGN_ITEM(Promise.P7, FalseReads::foreignItem),
  FOREIGN_READ(Promise.P7, FalseReads::foreignRead),
  LATE_SAVE(Promise.P8, FalseAnswers::lateSave),
  NOT_GIVEN_BACK(Promise.P8, FalseAnswers::notGivenBack),
  NOT_REVOKED(Promise.P8, FalseMessages::notRevoked),
  TWO_BINS(Promise.P1, FalseReads::twoBins),
  NOWHERE(Promise.P1, FalseReads::nowhere),
  FAULT(Promise.P9, FalseAnswers::fault);

  private static final Set<Promise> ALSO_TWO_WINNERS = EnumSet.of(Promise.P5, Promise.P8);

  private final Promise promise;

  // Methods without a state of their own.
  @SuppressWarnings("ImmutableEnumChecker")
  private final BiFunction<List<Happening>, Random, Optional<List<Happening>>> spoil;

  Plant(Promise promise, BiFunction<List<Happening>, Random, Optional<List<Happening>>> spoil) {
    this.promise = promise;
    this.spoil = spoil;
  }

  Promise promise() {
    return promise;
  }

  /**
   * What contradicts itself over a crash is taken for forgotten, whatever else it could be. A
   * second winner is told as a second effect where one of them had repeated his request, and as a
   * late write where what the first did with the item afterwards is what cannot be.
   */
  boolean isFoundBy(Violation violation) {
    return violation.promise() == promise
        || (this == TWO_WINNERS && ALSO_TWO_WINNERS.contains(violation.promise()))
        || (violation.promise() == Promise.P3
            && violation.piece().stream().anyMatch(Happening.Struck.class::isInstance));
  }

  /** The history with the lie in it; empty where there is no place for it. */
  Optional<History> in(History history, Random random) {
    return spoil.apply(history.happenings(), random).map(history::with);
  }

  static Optional<Integer> any(List<Happening> all, Random random, Predicate<Integer> which) {
    List<Integer> places =
        IntStream.range(0, all.size()).boxed().collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(places, random);
    return places.stream().filter(which).findFirst();
  }

  static List<Happening> with(List<Happening> all, int place, Happening other) {
    List<Happening> more = new ArrayList<>(all);
    more.set(place, other);
    return more;
  }
}
