package org.openworkbin.http;

import java.util.Optional;
import org.openworkbin.id.InteractionId;
import org.openworkbin.refusal.Refusal;
import tools.jackson.core.JsonGenerator;

/** {@code conflict} and {@code next} of the answer to somebody who came too late. */
record ConflictJson(
    InteractionId interaction, Refusal.Conflict conflict, Optional<InteractionId> next) {

  void write(JsonGenerator json) {
    json.writeObjectPropertyStart("conflict");
    json.writeStringProperty("interactionId", interaction.value());
    json.writeStringProperty("since", conflict.since().toString());
    switch (conflict) {
      case Refusal.HeldBy held -> {
        json.writeObjectPropertyStart("heldBy");
        json.writeStringProperty("id", held.id().value());
        json.writeStringProperty("userName", held.userName());
        json.writeStringProperty("firstName", held.firstName());
        json.writeStringProperty("lastName", held.lastName());
        json.writeEndObject();
      }
      case Refusal.MovedTo moved -> {
        json.writeObjectPropertyStart("workbin");
        json.writeStringProperty("id", moved.workbinId());
        json.writeStringProperty("name", moved.workbinName());
        json.writeEndObject();
      }
      case Refusal.Queued queued -> json.writeStringProperty("queue", queued.queue());
      case Refusal.Finished finished -> json.writeStringProperty("state", finished.how());
      case Refusal.Elsewhere _ -> {}
    }
    json.writeEndObject();
    next.ifPresent(other -> json.writeStringProperty("next", other.value()));
  }
}
