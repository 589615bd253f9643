package org.openworkbin.proof.history;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A move of an item, and what the bins that it touches tell of it. */
record Step(State to, Optional<String> leaves, Optional<String> enters, Optional<String> edits) {

  private static Step quiet(State to) {
    return new Step(to, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Step out(State to, String bin) {
    return new Step(to, Optional.of(bin), Optional.empty(), Optional.empty());
  }

  static Step into(String bin) {
    return new Step(State.bin(bin), Optional.empty(), Optional.of(bin), Optional.empty());
  }

  /**
   * The moves that an effect can be from a state; none where it can't be from there.
   *
   * @param anybody whether who has lost an item may write to it
   * @param bins all bins that the item is known to have been in
   */
  static List<Step> of(Clue.Effect effect, State from, boolean anybody, List<String> bins) {
    String agent = effect.agent();
    boolean holds = anybody || !from.isKnown() || from.isHeldBy(agent, effect.hold());
    boolean offered = !from.isKnown() || isOfferedTo(from, agent);
    return switch (effect.wish()) {
      case Wish.Create() -> when(isNew(from), quiet(taken(effect, State.NONE)));
      case Wish.Bring(_, String bin) -> when(isNew(from), into(bin));
      case Wish.Pull(_, String bin) ->
          when(!from.isKnown() || from.isInBin(bin), out(taken(effect, bin), bin));
      case Wish.PullNext(String bin) ->
          when(!from.isKnown() || from.isInBin(bin), out(taken(effect, bin), bin));
      case Wish.Add(_, String bin) -> when(holds, into(bin));
      case Wish.Release _ -> holds ? back(from, bins) : List.of();
      case Wish.Finish _ -> when(holds, quiet(State.ENDED));
      case Wish.Offer(_, String other) -> when(holds, quiet(from.offeredTo(other)));
      case Wish.Accept _ -> when(offered, quiet(taken(effect, from.origin())));
      case Wish.Reject _ -> when(offered, quiet(from.backInHand()));
      case Wish.Edit _ -> edited(from, agent, bins);
      case Wish.Move(_, String bin) -> moved(effect, from, bin);
      case Wish.Save _, Wish.Grant _, Wish.Withdraw _, Wish.Disable _, Wish.Other _ -> List.of();
    };
  }

  private static List<Step> when(boolean can, Step step) {
    return can ? List.of(step) : List.of();
  }

  private static boolean isNew(State from) {
    return !from.isKnown() || from.kind() == State.Kind.NOWHERE;
  }

  private static boolean isOfferedTo(State from, String agent) {
    return from.kind() == State.Kind.OFFER && from.where().equals(agent);
  }

  private static State taken(Clue.Effect effect, String origin) {
    return State.hand(effect.agent(), effect.newHold(), origin, effect.from());
  }

  private static List<Step> edited(State from, String agent, List<String> bins) {
    return switch (from.kind()) {
      case BIN -> List.of(editedIn(from.where()));
      case HAND -> when(from.isHeldBy(agent), quiet(from));
      case UNKNOWN ->
          Stream.concat(Stream.of(quiet(from)), bins.stream().map(Step::editedIn)).toList();
      case NOWHERE, OFFER, ENDED, ELSEWHERE -> List.of();
    };
  }

  private static Step editedIn(String bin) {
    return new Step(State.bin(bin), Optional.empty(), Optional.empty(), Optional.of(bin));
  }

  private static List<Step> moved(Clue.Effect effect, State from, String bin) {
    return switch (from.kind()) {
      case BIN ->
          when(
              !from.isInBin(bin),
              new Step(
                  State.bin(bin), Optional.of(from.where()), Optional.of(bin), Optional.empty()));
      case ENDED, NOWHERE -> List.of();
      case HAND -> when(from.isHeldBy(from.where(), effect.hold()), into(bin));
      case UNKNOWN, OFFER, ELSEWHERE -> List.of(into(bin));
    };
  }

  /** Out of a hand to where it came from. */
  static List<Step> back(State from, List<String> bins) {
    if (from.kind() != State.Kind.HAND || from.origin().equals(State.ANY)) {
      return bins.stream().map(Step::into).toList();
    }
    return from.origin().equals(State.NONE)
        ? List.of(quiet(State.ELSEWHERE))
        : List.of(into(from.origin()));
  }

  /** An offer that nobody took. */
  static Step offerEnded(State from) {
    return quiet(from.backInHand());
  }
}
