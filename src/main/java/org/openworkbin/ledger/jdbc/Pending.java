package org.openworkbin.ledger.jdbc;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.openworkbin.id.InteractionId;
import org.openworkbin.ledger.Creation;
import org.openworkbin.ledger.Ledger.Receipt;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Move;
import org.openworkbin.ledger.NextPull;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.ledger.Reason;

/**
 * A move or a creation whose caller waits for the outcome. The writer's thread decides it, and
 * releases the caller when it is durable.
 */
abstract sealed class Pending {
  private final Optional<Receipt> receipt;
  private final Thread caller = Thread.currentThread();
  private @Nullable Outcome outcome;
  private @Nullable RuntimeException fault;
  private StoredLocation from = StoredLocation.NONE;
  private StoredLocation to = from;
  private volatile boolean released;

  private Pending(Optional<Receipt> receipt) {
    this.receipt = receipt;
  }

  /** A move. */
  static sealed class OfMove extends Pending permits OfNext {
    private Move move;

    OfMove(Move move, Optional<Receipt> receipt) {
      super(receipt);
      this.move = move;
    }

    Move move() {
      return move;
    }

    @Override
    InteractionId interaction() {
      return move.interaction();
    }

    @Override
    Location source() {
      return move.from();
    }

    @Override
    Location target() {
      return move.to();
    }

    /** Whether this one is refused for certain after {@code first}, whatever became of that. */
    boolean losesAfter(OfMove first) {
      return move.from().equals(first.move.from())
          && move.medium().equals(first.move.medium())
          && move.terms().hold().equals(first.move.terms().hold());
    }

    @Override
    Kind kind() {
      boolean plain =
          move.terms().revision().isEmpty()
              && !move.terms().oldPlace()
              && move.terms().place().isEmpty()
              && move.terms().note().isEmpty()
              && !move.terms().savesLastAgent()
              && !(move.from() instanceof Location.Offer)
              && !(move.to() instanceof Location.Offer);
      return plain ? Kind.PLAIN_MOVE : Kind.OTHER_MOVE;
    }
  }

  /** A pull of whatever comes first in a bin; a move as soon as that was chosen. */
  static final class OfNext extends OfMove {
    private final NextPull next;
    private boolean chosen;

    OfNext(NextPull next, Optional<Receipt> receipt) {
      super(moveOf(next, NOTHING), receipt);
      this.next = next;
    }

    private static final InteractionId NOTHING = new InteractionId("0");

    private static Move moveOf(NextPull next, InteractionId interaction) {
      return new Move(
          interaction,
          Optional.empty(),
          new Location.Bin(next.bin()),
          new Location.Hand(next.actor()),
          next.actor(),
          Reason.PULL,
          next.referenceId());
    }

    NextPull next() {
      return next;
    }

    /** Chooses what to pull, or that there is nothing. */
    void choose(Optional<InteractionId> interaction) {
      chosen = interaction.isPresent();
      super.move = moveOf(next, interaction.orElse(NOTHING));
    }

    boolean hasChosen() {
      return chosen;
    }
  }

  /** A creation. */
  static final class OfCreation extends Pending {
    private final Creation creation;

    OfCreation(Creation creation, Optional<Receipt> receipt) {
      super(receipt);
      this.creation = creation;
    }

    Creation creation() {
      return creation;
    }

    @Override
    InteractionId interaction() {
      return creation.id();
    }

    @Override
    Location source() {
      return new Location.Nowhere();
    }

    @Override
    Location target() {
      return creation.to();
    }

    @Override
    Kind kind() {
      return Kind.CREATION;
    }
  }

  /** What can be decided together; a wave has one kind. */
  enum Kind {
    /** From bin, hand or queue to anywhere but an offer, and nothing else changes. */
    PLAIN_MOVE,
    OTHER_MOVE,
    CREATION
  }

  abstract InteractionId interaction();

  abstract Location source();

  abstract Location target();

  abstract Kind kind();

  Optional<Receipt> receipt() {
    return receipt;
  }

  /** Where the move starts, and where it ends, as columns. */
  void locate(StoredLocation start, StoredLocation end) {
    this.from = start;
    this.to = end;
  }

  StoredLocation from() {
    return from;
  }

  StoredLocation to() {
    return to;
  }

  void decide(Outcome decided) {
    outcome = decided;
  }

  /** Forgets what was decided, because its transaction was undone. */
  void undecide() {
    outcome = null;
  }

  @Nullable Outcome outcome() {
    return outcome;
  }

  void fail(RuntimeException why) {
    fault = why;
  }

  /** Lets the caller go on with what was decided. */
  void release() {
    released = true;
    LockSupport.unpark(caller);
  }

  /** Waits on the caller's thread; a commit can't be called back, so not even interrupts end it. */
  Outcome await() {
    boolean interrupted = false;
    while (!released) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      caller.interrupt();
    }
    if (fault != null) {
      throw fault;
    }
    if (outcome == null) {
      throw new IllegalStateException("released without an outcome");
    }
    return outcome;
  }
}
