package org.openworkbin.interaction;

import java.util.Optional;
import java.util.OptionalLong;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Medium;

/**
 * Who wants something of which interaction.
 *
 * @param medium where given, it has to be of this
 * @param hold the fence that he sent, if any
 * @param referenceId the number of his request
 */
public record Wish(
    UserId caller,
    InteractionId interaction,
    Optional<Medium> medium,
    OptionalLong hold,
    long referenceId) {}
