package org.openworkbin.proof.prove;

import java.util.Optional;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Creation;
import org.openworkbin.ledger.Ledger;
import org.openworkbin.ledger.Move;
import org.openworkbin.ledger.NextPull;
import org.openworkbin.ledger.Outcome;

/** A ledger that does nothing but ask the real one; what is wrong with one says its subclass. */
abstract class LedgerAround implements Ledger {
  final Ledger real;

  LedgerAround(Ledger real) {
    this.real = real;
  }

  @Override
  public Outcome move(Move move) {
    return real.move(move);
  }

  @Override
  public Outcome move(Move move, Receipt receipt) {
    return real.move(move, receipt);
  }

  @Override
  public Outcome pull(NextPull next) {
    return real.pull(next);
  }

  @Override
  public Outcome pull(NextPull next, Receipt receipt) {
    return real.pull(next, receipt);
  }

  @Override
  public Outcome create(Creation creation) {
    return real.create(creation);
  }

  @Override
  public Outcome create(Creation creation, Receipt receipt) {
    return real.create(creation, receipt);
  }

  @Override
  public Optional<KeptAnswer> answered(UserId user, String key) {
    return real.answered(user, key);
  }

  @Override
  public void keep(UserId user, String key, KeptAnswer answer) {
    real.keep(user, key, answer);
  }
}
