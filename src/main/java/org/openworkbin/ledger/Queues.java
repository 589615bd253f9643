package org.openworkbin.ledger;

import org.openworkbin.id.QueueId;

/** Reads what waits in queues. Thread-safe; never waits for the writer. */
@FunctionalInterface
public interface Queues {

  /** Whether nothing waits there; looks through all interactions where that is so. */
  boolean isEmpty(QueueId queue);
}
