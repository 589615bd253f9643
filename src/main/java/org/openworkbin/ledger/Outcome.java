package org.openworkbin.ledger;

import java.util.Optional;
import org.openworkbin.id.BinId;
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

  /**
   * The interaction is where the move expected it, but it was put there again since ({@link
   * Interaction#hold} is another), or what it holds is not what the move was based on.
   */
  record Changed(Interaction now) implements Outcome {}

  /** Nothing of what was asked for lies in the bin; only a {@link NextPull} ends so. */
  record NothingThere(BinId bin) implements Outcome {}

  /** No interaction has this id. */
  record Absent(InteractionId id) implements Outcome {}

  /** An interaction with this id exists already; only a {@link Creation} ends so. */
  record Exists(InteractionId id) implements Outcome {}
}
