package org.openworkbin.ledger.jdbc;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.openworkbin.id.InteractionId;
import org.openworkbin.ledger.Creation;
import org.openworkbin.ledger.Ledger.Receipt;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Move;
import org.openworkbin.ledger.Outcome;

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
  static final class OfMove extends Pending {
    private final Move move;

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
    Location target() {
      return move.to();
    }

    /** Whether this one is refused for certain after {@code first}, whatever became of that. */
    boolean losesAfter(OfMove first) {
      return move.from().equals(first.move.from()) && move.medium().equals(first.move.medium());
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
    Location target() {
      return creation.to();
    }
  }

  abstract InteractionId interaction();

  abstract Location target();

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
