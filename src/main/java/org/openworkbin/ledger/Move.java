package org.openworkbin.ledger;

import java.util.Optional;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;

/**
 * A wish to move one interaction from one location to another. It is decided by whether the
 * interaction is still at {@code from}.
 *
 * @param medium where given, the interaction has to be of it
 * @param actor who moves it
 * @param referenceId the number that the asker was given for this request, 0 where nobody asked
 */
public record Move(
    InteractionId interaction,
    Optional<Medium> medium,
    Location from,
    Location to,
    UserId actor,
    Reason reason,
    long referenceId) {}
