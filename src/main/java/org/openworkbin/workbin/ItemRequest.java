package org.openworkbin.workbin;

import java.util.Optional;
import org.openworkbin.http.Body;
import org.openworkbin.http.Fence;
import org.openworkbin.http.Repetition;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.UserId;
import org.openworkbin.interaction.Wish;
import org.openworkbin.ledger.Medium;
import org.openworkbin.refusal.Refusal;

/** A request that moves interactions, and by what it is known when it is repeated. */
record ItemRequest(UserId caller, Body body, Fence fence, Repetition repetition) {

  /** What it wants of the interaction with that id, as it was sent. */
  Wish wish(String id, Optional<Medium> medium, long number) {
    InteractionId interaction =
        InteractionId.parse(id)
            .orElseThrow(() -> new Refusal.Unknown("interaction", id).asException());
    return new Wish(caller, interaction, medium, fence.hold(), number);
  }
}
