package org.openworkbin.ledger;

/** Knows how far requests were numbered, over a restart too. Thread-safe. */
public interface References {

  /** A number that no {@code referenceId} ever given out is higher than, 0 in a new store. */
  long lastReferenceId();

  /** Remembers durably that numbers up to this one may have been given out. */
  void reserve(long upTo);
}
