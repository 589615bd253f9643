package org.openworkbin.proof.history;

import java.util.Optional;
import org.openworkbin.proof.history.Clue.Seen;
import org.openworkbin.proof.history.Happening.Answered;

/** What a refusal says of the item that it is about. */
final class Refusals {
  private static final int NOT_FOUND = 404;
  private static final int THERE_ALREADY = 18;

  private Refusals() {}

  /** Whether the item was not where it was asked for. */
  static boolean isUnknown(Call call) {
    return call.answered().isPresent() && call.answered().get().status() == NOT_FOUND;
  }

  /** What must have been so at some time between request and answer. */
  static Optional<Seen> seen(Request request) {
    Call call = request.lost().orElse(request.calls().getFirst());
    Answered answer = call.answered().orElseThrow();
    Optional<Place> place = answer.told().conflict();
    if (place.isPresent() && isMeant(place.get(), request)) {
      return Optional.of(
          place.get() instanceof Place.Hand(String agent)
              ? new Seen.Near(agent)
              : new Seen.At(place.get()));
    }
    long hold = request.asked().hold().orElse(State.UNKNOWN_HOLD);
    return switch (request.wish()) {
      case Wish.Pull(_, String bin) -> Optional.of(new Seen.NotIn(bin));
      case Wish.Add(_, String bin) when answer.code() == THERE_ALREADY ->
          Optional.of(new Seen.At(new Place.Bin(bin)));
      case Wish.Add _, Wish.Release _, Wish.Save _, Wish.Finish _, Wish.Offer _ ->
          Optional.of(new Seen.NotHeldBy(request.agent(), hold));
      default -> Optional.empty();
    };
  }

  /** Somebody who holds it by another number than he thinks is told that he holds it. */
  private static boolean isMeant(Place place, Request request) {
    return switch (place) {
      case Place.Elsewhere() -> false;
      case Place.Hand(String agent) ->
          !agent.equals(request.agent()) || request.wish() instanceof Wish.Pull;
      case Place.Bin _, Place.Offered _, Place.Ended _ -> true;
    };
  }
}
