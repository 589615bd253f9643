package org.openworkbin.presence;

import tools.jackson.core.JsonGenerator;

/** {@code failed} and {@code succeeded}: what became of each channel of a session. */
record StartedJson(SessionWish wish) {

  void write(JsonGenerator json) {
    json.writeStringProperty("statusMessage", "Some channels could not be started");
    json.writeArrayPropertyStart("failed");
    for (String channel : wish.unknown()) {
      json.writeStartObject();
      json.writeStringProperty("channel", channel);
      json.writeNumberProperty("statusCode", 2);
      json.writeStringProperty("statusMessage", "There is no such channel");
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("succeeded");
    for (String channel : wish.known()) {
      json.writeStartObject();
      json.writeStringProperty("channel", channel);
      json.writeNumberProperty("statusCode", 0);
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
