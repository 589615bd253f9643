package org.openworkbin.proof.history;

import java.util.List;

/** One thing that is known of an item's way. */
sealed interface Clue {

  /** What shows it. */
  List<Happening> evidence();

  /**
   * A request that moved it, or may have.
   *
   * @param from it had no effect before
   * @param to it had its effect by then, where it is not open
   * @param open whether nobody was told if it had one
   */
  record Effect(Request request, long from, long to, boolean open) implements Clue {

    String agent() {
      return request.agent();
    }

    Wish wish() {
      return request.wish();
    }

    /** The number that the asker says he holds it by. */
    long hold() {
      return request.asked().hold().orElse(State.UNKNOWN_HOLD);
    }

    /** The number that he holds it by afterwards. */
    long newHold() {
      return request.told().hold().orElse(State.UNKNOWN_HOLD);
    }

    @Override
    public List<Happening> evidence() {
      return request.evidence();
    }
  }

  /** At some time between those it was as is said. */
  record Sight(Seen seen, long from, long to, List<Happening> evidence) implements Clue {}

  /** The revision of the bin that was a change of it. */
  record Mark(String bin, Change change, Chronicle.Bound after, long before, Happening by)
      implements Clue {
    @Override
    public List<Happening> evidence() {
      return List.of(by);
    }
  }

  /** The bin has no revision after its last known one that is before that time. */
  record End(String bin, Chronicle.Bound after) implements Clue {
    @Override
    public List<Happening> evidence() {
      return after.by();
    }
  }

  /** What is said of an item at a moment. */
  sealed interface Seen {

    /** Whether that is so, or may be. */
    boolean fits(State state);

    /** It was there. */
    record At(Place place) implements Seen {
      @Override
      public boolean fits(State state) {
        return !state.isKnown()
            || switch (place) {
              case Place.Bin(String bin) -> state.isInBin(bin);
              case Place.Hand(String agent) -> state.isHeldBy(agent);
              case Place.Offered(String agent) ->
                  state.kind() == State.Kind.OFFER && state.where().equals(agent);
              case Place.Ended() -> state.kind() == State.Kind.ENDED;
              case Place.Elsewhere() -> true;
            };
      }
    }

    /** The agent had it in hand, or was offered it: the loser of a pull is told both as one. */
    record Near(String agent) implements Seen {
      @Override
      public boolean fits(State state) {
        return new At(new Place.Hand(agent)).fits(state)
            || new At(new Place.Offered(agent)).fits(state);
      }
    }

    /** It was not in that bin. */
    record NotIn(String bin) implements Seen {
      @Override
      public boolean fits(State state) {
        return !state.isInBin(bin);
      }
    }

    /** The agent had it in hand, by that number. */
    record HeldBy(String agent, long hold) implements Seen {
      @Override
      public boolean fits(State state) {
        return !state.isKnown() || state.isHeldBy(agent, hold);
      }
    }

    /** He had it not, or not by that number. */
    record NotHeldBy(String agent, long hold) implements Seen {
      @Override
      public boolean fits(State state) {
        return !state.isHeldBy(agent) || (hold != State.UNKNOWN_HOLD && state.hold() != hold);
      }
    }
  }
}
