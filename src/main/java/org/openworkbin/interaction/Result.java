package org.openworkbin.interaction;

import java.util.Optional;
import org.openworkbin.ledger.Entry;
import org.openworkbin.refusal.Refusal;

/** What came of an operation, for the one who asked for it. */
public sealed interface Result {

  /**
   * It is done, and durable.
   *
   * @param entry the journal entry that it made; empty where nothing had to change
   */
  record Done(Optional<Entry> entry) implements Result {}

  /** It changed nothing. */
  record Refused(Refusal refusal) implements Result {}
}
