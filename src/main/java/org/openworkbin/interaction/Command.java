package org.openworkbin.interaction;

import java.util.Optional;
import org.openworkbin.id.QueueId;
import org.openworkbin.ledger.Location;

/** What somebody asks to be done with an interaction, read and found to be possible as such. */
sealed interface Command {

  /** Take what is offered. */
  record Accept(boolean savesLastAgent) implements Command {}

  /** Do not take what is offered. */
  record Reject() implements Command {}

  /** Be done with it; where a queue is named it goes on there. */
  record Complete(Optional<QueueId> queue, boolean savesLastAgent) implements Command {}

  /** Throw a draft away. */
  record Cancel() implements Command {}

  /** Give it to somebody, or put it somewhere. */
  record Transfer(Location to) implements Command {}

  /** Give it back. */
  record Release() implements Command {}

  /** Change what it holds. */
  record Edit(ContentChange change) implements Command {}

  /** Look at it. */
  record Focus() implements Command {}
}
