package org.openworkbin.interaction;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.openworkbin.interaction.Participants.Participant;

/**
 * How an interaction stands for the one who is told of it.
 *
 * @param participants who takes part, where it is of a medium like chat
 * @param capabilities the operations that he may do now
 * @param uri where the interaction is read
 * @param holder his user name, where he has it in hand
 * @param bin where it lies or was last taken from, as far as he may see that
 * @param hold the number that he has it in hand by, or is offered it by; empty otherwise
 */
record Standing(
    State state,
    List<Participant> participants,
    List<String> capabilities,
    String uri,
    Optional<String> holder,
    Optional<BinNames> bin,
    OptionalLong hold) {}
