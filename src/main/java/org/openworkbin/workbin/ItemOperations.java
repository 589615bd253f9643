package org.openworkbin.workbin;

import java.util.Optional;
import java.util.function.Supplier;
import org.openworkbin.http.Answer;
import org.openworkbin.id.BinId;
import org.openworkbin.interaction.Keep;
import org.openworkbin.interaction.KeptMoves;
import org.openworkbin.interaction.Releases;
import org.openworkbin.interaction.Result;
import org.openworkbin.interaction.Wish;
import org.openworkbin.ledger.Medium;
import org.springframework.stereotype.Component;

/** Answers what moves interactions into or out of a bin: one, several, or the next. */
@Component
final class ItemOperations {
  private final BinMoves moves;
  private final NextPulls nextPulls;
  private final Releases releases;
  private final KeptMoves answers;
  private final SeveralItems several;

  ItemOperations(
      BinMoves moves,
      NextPulls nextPulls,
      Releases releases,
      KeptMoves answers,
      SeveralItems several) {
    this.moves = moves;
    this.nextPulls = nextPulls;
    this.releases = releases;
    this.answers = answers;
    this.several = several;
  }

  /**
   * Does it with the bin that is meant.
   *
   * @param bin finds it; only where the request was not answered before, since what its names meant
   *     then may mean another bin or none by now
   */
  Answer run(ItemRequest request, Supplier<BinId> bin, Operation.OnItems operation) {
    return switch (operation) {
      case Operation.Add add ->
          each(
              request,
              add.items(),
              add.medium(),
              bin,
              (wish, target, keep) -> moves.add(wish, target, add.savesLastAgent(), keep));
      case Operation.Pull pull ->
          each(
              request,
              pull.items(),
              pull.medium(),
              bin,
              (wish, target, keep) -> moves.pull(wish, target, pull.nickname(), keep));
      case Operation.PullNext next ->
          answers.answer(
              request.repetition(),
              request.body(),
              (number, keep) -> nextPulls.pull(request.caller(), bin.get(), next, number, keep));
      case Operation.Release release -> release(request, () -> Optional.of(bin.get()), release);
    };
  }

  /** Gives back what was taken out of that bin, or out of any where none is given. */
  Answer release(ItemRequest request, Supplier<Optional<BinId>> bin, Operation.Release release) {
    return each(request, release.items(), Optional.empty(), bin, releases::release);
  }

  private <T> Answer each(
      ItemRequest request,
      Operation.Items items,
      Optional<Medium> medium,
      Supplier<T> target,
      OnTarget<T> operation) {
    if (items.several()) {
      T found = target.get();
      return several.answer(
          request, items.ids(), medium, (wish, keep) -> operation.run(wish, found, keep));
    }
    return answers.answer(
        request.repetition(),
        request.body(),
        (number, keep) ->
            operation.run(
                request.wish(items.ids().getFirst(), medium, number), target.get(), keep));
  }

  /** Does something with one interaction. */
  @FunctionalInterface
  interface OnItem {
    Result run(Wish wish, Optional<Keep> keep);
  }

  /** The same with what the request's address means. */
  @FunctionalInterface
  private interface OnTarget<T> {
    Result run(Wish wish, T target, Optional<Keep> keep);
  }
}
