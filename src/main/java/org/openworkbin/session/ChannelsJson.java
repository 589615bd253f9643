package org.openworkbin.session;

import tools.jackson.core.JsonGenerator;

/** {@code failed} and {@code succeeded}: what became of each channel of a session. */
record ChannelsJson(Channels channels) {

  void write(JsonGenerator json) {
    json.writeStringProperty("statusMessage", "Some channels could not be started");
    json.writeArrayPropertyStart("failed");
    for (String channel : channels.unknown()) {
      json.writeStartObject();
      json.writeStringProperty("channel", channel);
      json.writeNumberProperty("statusCode", 2);
      json.writeStringProperty("statusMessage", "There is no such channel");
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("succeeded");
    for (String channel : channels.known()) {
      json.writeStartObject();
      json.writeStringProperty("channel", channel);
      json.writeNumberProperty("statusCode", 0);
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
