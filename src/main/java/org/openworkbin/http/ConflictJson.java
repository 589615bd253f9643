package org.openworkbin.http;

import org.openworkbin.refusal.Refusal;
import tools.jackson.core.JsonGenerator;

/** {@code conflict} and {@code next} of the answer to somebody who came too late. */
record ConflictJson(Refusal.Taken taken) {

  void write(JsonGenerator json) {
    json.writeObjectPropertyStart("conflict");
    json.writeStringProperty("interactionId", taken.interaction().value());
    json.writeStringProperty("since", taken.conflict().since().toString());
    switch (taken.conflict()) {
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
    taken.next().ifPresent(next -> json.writeStringProperty("next", next.value()));
  }
}
