package org.openworkbin.proof.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.openworkbin.proof.history.Happening.Answered;
import org.openworkbin.proof.history.Happening.Asked;
import org.openworkbin.proof.history.Happening.Found;
import org.openworkbin.proof.history.Happening.Settled;

/** Answers that a correct server would not have given. */
final class FalseAnswers {

  private FalseAnswers() {}

  private static Asked asked(List<Happening> all, Answered answer) {
    return all.stream()
        .filter(each -> each instanceof Asked asked && asked.call() == answer.call())
        .map(Asked.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /** A request without a key that lost to somebody who had the item. */
  private static boolean isLoss(List<Happening> all, int place, Class<? extends Wish> wish) {
    if (!(all.get(place) instanceof Answered answer) || answer.status() != 409) {
      return false;
    }
    Asked asked = asked(all, answer);
    return wish.isInstance(asked.wish())
        && asked.key().isEmpty()
        && answer.told().conflict().orElseThrow() instanceof Place.Hand(String holder)
        && !holder.equals(asked.agent());
  }

  /** One that lost to somebody who surely had the item all the time. */
  private static boolean isPlainLoss(List<Happening> all, int place, Class<? extends Wish> wish) {
    if (!isLoss(all, place, wish)) {
      return false;
    }
    Answered answer = (Answered) all.get(place);
    Asked asked = asked(all, answer);
    String holder = ((Place.Hand) answer.told().conflict().orElseThrow()).agent();
    return isHeldThroughout(all, itemOf(asked.wish()), holder, asked.at(), answer.at());
  }

  private static String itemOf(Wish wish) {
    return switch (wish) {
      case Wish.Pull(String item, _) -> item;
      case Wish.Add(String item, _) -> item;
      case Wish.Save(String item) -> item;
      case Wish.Release(String item) -> item;
      case Wish.Finish(String item) -> item;
      default -> "";
    };
  }

  /** The holder was answered that he took it before, and nobody could move it since. */
  private static boolean isHeldThroughout(
      List<Happening> all, String item, String holder, long from, long to) {
    Optional<Answered> won =
        all.stream()
            .filter(each ->
                each instanceof Answered answer
                    && answer.at() < from
                    && answer.status() == 200
                    && asked(all, answer).agent().equals(holder)
                    && answer.told().item().equals(Optional.of(item)))
            .map(Answered.class::cast)
            .reduce((_, later) -> later);
    return won.isPresent()
        && asked(all, won.get()).key().isEmpty()
        && all.stream()
            .noneMatch(each ->
                each instanceof Asked other
                    && other.call() != won.get().call()
                    && other.at() < to
                    && !(other.wish() instanceof Wish.Save)
                    && (itemOf(other.wish()).equals(item) || other.wish() instanceof Wish.PullNext)
                    && mayMove(all, other, asked(all, won.get()).at()));
  }

  private static boolean mayMove(List<Happening> all, Asked asked, long since) {
    Optional<Answered> answer =
        all.stream()
            .filter(each -> each instanceof Answered own && own.call() == asked.call())
            .map(Answered.class::cast)
            .findFirst();
    return answer.isEmpty() || (answer.get().status() == 200 && answer.get().at() >= since);
  }

  static Optional<List<Happening>> twoWinners(List<Happening> all, Random random) {
    return Plant.any(all, random, place -> isPlainLoss(all, place, Wish.Pull.class))
        .map(place -> {
          Answered answer = (Answered) all.get(place);
          return Plant.with(
              all,
              place,
              new Answered(
                  answer.call(),
                  200,
                  0,
                  Told.nothing()
                      .withReference(1_000_000)
                      .withHold(itemOf(asked(all, answer).wish()), 1_000_000),
                  answer.at()));
        });
  }

  /** Nobody of that name ever has anything. */
  static Optional<List<Happening>> wrongHolder(List<Happening> all, Random random) {
    return wrongHolder(
        all, Plant.any(all, random, place -> isPlainLoss(all, place, Wish.Pull.class)));
  }

  /** The same where so much went unanswered that nobody surely had the item all the time. */
  static Optional<List<Happening>> wrongHolderInTrouble(List<Happening> all, Random random) {
    return wrongHolder(all, Plant.any(all, random, place -> isLoss(all, place, Wish.Pull.class)));
  }

  private static Optional<List<Happening>> wrongHolder(
      List<Happening> all, Optional<Integer> loss) {
    return loss.map(place -> {
      Answered answer = (Answered) all.get(place);
      return Plant.with(
          all,
          place,
          new Answered(
              answer.call(),
              409,
              19,
              Told.nothing().withConflict(new Place.Hand("nobody")),
              answer.at()));
    });
  }

  /** Before all was quiet somebody was given a new item, which is over although nobody ended it. */
  static Optional<List<Happening>> lostWrite(List<Happening> all, Random random) {
    return Plant.any(all, random, place -> all.get(place) instanceof Settled)
        .map(place -> {
          long time = all.get(place).at() - 1;
          long end = all.getLast().at();
          Told told = Told.nothing().withReference(1_000_000).withHold("new", 1_000_000);
          List<Happening> more = new ArrayList<>(all);
          more.add(new Found("new", new Place.Ended(), end, end));
          more.addAll(
              place,
              List.of(
                  new Asked(
                      1_000_000,
                      "agent0",
                      new Wish.Create(),
                      Optional.empty(),
                      OptionalLong.empty(),
                      time),
                  new Answered(1_000_000, 200, 0, told, time)));
          return more;
        });
  }

  static Optional<List<Happening>> lateSave(List<Happening> all, Random random) {
    return Plant.any(all, random, place -> isPlainLoss(all, place, Wish.Save.class))
        .map(place -> {
          Answered answer = (Answered) all.get(place);
          return Plant.with(
              all, place, new Answered(answer.call(), 200, 0, Told.nothing(), answer.at()));
        });
  }

  static Optional<List<Happening>> notGivenBack(List<Happening> all, Random random) {
    return Plant.any(
            all,
            random,
            place ->
                all.get(place) instanceof Answered answer
                    && answer.status() == 409
                    && asked(all, answer).wish() instanceof Wish.Save
                    && asked(all, answer).key().isEmpty())
        .map(place -> {
          Answered answer = (Answered) all.get(place);
          Told told = Told.nothing().withConflict(answer.told().conflict().orElseThrow());
          return Plant.with(all, place, new Answered(answer.call(), 409, 19, told, answer.at()));
        });
  }

  static Optional<List<Happening>> otherAnswer(List<Happening> all, Random random) {
    return Plant.any(
            all,
            random,
            place ->
                all.get(place) instanceof Answered answer
                    && (answer.status() == 200 || answer.status() == 409)
                    && answer.told().reference().isPresent()
                    && asked(all, answer).key().isPresent()
                    && all.subList(0, place).stream()
                        .anyMatch(each ->
                            each instanceof Answered other
                                && (other.status() == 200 || other.status() == 409)
                                && asked(all, other).agent().equals(asked(all, answer).agent())
                                && asked(all, other).key().equals(asked(all, answer).key())))
        .map(place -> {
          Answered answer = (Answered) all.get(place);
          return Plant.with(
              all,
              place,
              new Answered(
                  answer.call(),
                  answer.status(),
                  answer.code(),
                  answer.told().withReference(1_000_000),
                  answer.at()));
        });
  }

  static Optional<List<Happening>> fault(List<Happening> all, Random random) {
    return Plant.any(all, random, place -> all.get(place) instanceof Answered)
        .map(place -> {
          Answered answer = (Answered) all.get(place);
          return Plant.with(
              all, place, new Answered(answer.call(), 500, 4, Told.nothing(), answer.at()));
        });
  }
}
