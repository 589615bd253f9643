package org.openworkbin.presence;

import java.util.List;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Members;
import org.openworkbin.http.Selection;
import tools.jackson.core.JsonGenerator;

/**
 * What an agent is on his channels ({@code spec/foundations.md} 4.4), the same in answers and in
 * messages.
 *
 * @param phoneNumber of his first device
 * @param fields which members are wanted; {@code channel} always is
 */
record ChannelJson(String phoneNumber, Selection fields) {

  /** The channels under that name. */
  Members list(String name, List<ChannelState> states) {
    return json -> {
      json.writeArrayPropertyStart(name);
      states.forEach(state -> write(json, state));
      json.writeEndArray();
    };
  }

  /** {@code channel}. */
  Members one(ChannelState state) {
    return json -> {
      json.writeName("channel");
      write(json, state);
    };
  }

  /** {@code uris} below that path. */
  static Members uris(List<ChannelState> states, String path, ExternalUrl url) {
    return json -> {
      json.writeArrayPropertyStart("uris");
      states.forEach(state -> json.writeString(url.uri(path + "/" + state.channel().wireName())));
      json.writeEndArray();
    };
  }

  private void write(JsonGenerator json, ChannelState state) {
    json.writeStartObject();
    json.writeStringProperty("channel", state.channel().wireName());
    if (!state.isLoggedOut()) {
      text(json, "dndState", state.doNotDisturb() ? "On" : "Off");
    }
    if (wants("userState")) {
      AgentStateJson.write(json, state.state());
    }
    if (state.channel() == Channel.VOICE) {
      text(json, "phoneNumber", phoneNumber);
      text(json, "switchName", "");
      text(json, "userActivity", "Idle");
    }
    json.writeEndObject();
  }

  private void text(JsonGenerator json, String name, String value) {
    if (wants(name)) {
      json.writeStringProperty(name, value);
    }
  }

  private boolean wants(String name) {
    return fields.isEmpty() || fields.has(name);
  }
}
