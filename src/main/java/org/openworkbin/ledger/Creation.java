package org.openworkbin.ledger;

import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;

/**
 * A wish to bring a new interaction in: the move from nowhere to {@code to}.
 *
 * @param submittedBy the user name of the creator, or the name of the source
 * @param to a bin, a hand or a queue
 * @param placedAt overrides when it was put there (a demo or an import knows); 0 means now. Epoch
 *     microseconds
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
    long referenceId) {}
