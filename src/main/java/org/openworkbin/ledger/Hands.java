package org.openworkbin.ledger;

import java.util.List;
import java.util.Set;
import org.openworkbin.id.UserId;

/**
 * Reads what agents have in hand and what is offered to them. Thread-safe; never waits for the
 * writer; every answer is one consistent snapshot.
 */
public interface Hands {

  /** What an agent has in hand, longest held first. */
  List<Interaction> inHand(UserId agent);

  /** The agents who have something in hand. */
  Set<UserId> holders();

  /** What is offered to anybody, longest offered first. */
  List<Interaction> offers();

  /** What is offered to an agent, longest offered first. */
  List<Interaction> offeredTo(UserId agent);
}
