package org.openworkbin.ledger;

import java.util.Optional;
import org.openworkbin.id.InteractionId;

/** What became of a move. All but {@link Moved} have changed nothing. */
public sealed interface Outcome {

  /** It happened, and is durable. */
  record Moved(Entry entry) implements Outcome {}

  /**
   * The interaction is not where the move expected it.
   *
   * @param now the interaction as it is instead
   * @param next the first interaction of the medium of {@code now} in the bin that the move
   *     expected it in; empty where there is none or {@code from} was no bin
   */
  record Lost(Interaction now, Optional<InteractionId> next) implements Outcome {}

  /**
   * The interaction is where the move expected it and of another medium than the move asked for.
   */
  record WrongMedium(Interaction now) implements Outcome {}

  /** No interaction has this id. */
  record Absent(InteractionId id) implements Outcome {}

  /** An interaction with this id exists already; only a {@link Creation} ends so. */
  record Exists(InteractionId id) implements Outcome {}
}
