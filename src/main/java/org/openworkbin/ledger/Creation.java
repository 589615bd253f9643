package org.openworkbin.ledger;

import java.util.Optional;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.QueueId;
import org.openworkbin.id.UserId;

/**
 * A wish to bring a new interaction in: the move from nowhere to {@code to}.
 *
 * @param submittedBy the user name of the creator, or the name of the source
 * @param to a bin, a hand or a queue
 * @param placedAt overrides when it was put there (a demo or an import knows); 0 means now. Epoch
 *     microseconds
 * @param home the queue that it goes to when nobody finishes it
 * @param contact the customer it is about; the contact's last agent is kept with the interaction
 */
public record Creation(
    InteractionId id,
    Medium medium,
    Content content,
    String submittedBy,
    Location to,
    UserId actor,
    Reason reason,
    long placedAt,
    long referenceId,
    Optional<QueueId> home,
    Optional<String> contact) {

  public Creation(
      InteractionId id,
      Medium medium,
      Content content,
      String submittedBy,
      Location to,
      UserId actor,
      Reason reason,
      long placedAt,
      long referenceId) {
    this(
        id,
        medium,
        content,
        submittedBy,
        to,
        actor,
        reason,
        placedAt,
        referenceId,
        Optional.empty(),
        Optional.empty());
  }

  /** The same with that queue to go to when nobody finishes it. */
  public Creation withHome(QueueId queue) {
    return new Creation(
        id,
        medium,
        content,
        submittedBy,
        to,
        actor,
        reason,
        placedAt,
        referenceId,
        Optional.of(queue),
        contact);
  }

  /** The same about that customer. */
  public Creation about(String customer) {
    return new Creation(
        id,
        medium,
        content,
        submittedBy,
        to,
        actor,
        reason,
        placedAt,
        referenceId,
        home,
        Optional.of(customer));
  }
}
