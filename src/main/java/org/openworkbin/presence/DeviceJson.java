package org.openworkbin.presence;

import java.util.List;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Members;
import org.openworkbin.http.Selection;
import tools.jackson.core.JsonGenerator;

/**
 * The devices of an agent as he sees them ({@code spec/foundations.md} 6.5), the same in answers
 * and in messages.
 *
 * @param voice what he is on the telephone
 * @param fields which members are wanted; {@code id} always is
 */
record DeviceJson(ChannelState voice, ExternalUrl url, Selection fields) {

  /** {@code devices}. */
  Members list(List<AgentDevice> devices) {
    return json -> {
      json.writeArrayPropertyStart("devices");
      devices.forEach(device -> write(json, device));
      json.writeEndArray();
    };
  }

  /** {@code device}. */
  Members one(AgentDevice device) {
    return json -> {
      json.writeName("device");
      write(json, device);
    };
  }

  /** {@code uris}. */
  Members uris(List<AgentDevice> devices) {
    return json -> {
      json.writeArrayPropertyStart("uris");
      devices.forEach(device -> json.writeString(url.uri(device.path())));
      json.writeEndArray();
    };
  }

  private void write(JsonGenerator json, AgentDevice device) {
    json.writeStartObject();
    writeMembers(json, device);
    json.writeEndObject();
  }

  /** The members of a device in an object that is open. */
  void writeMembers(JsonGenerator json, AgentDevice device) {
    json.writeStringProperty("id", device.id());
    text(json, "deviceState", voice.isLoggedOut() ? "Inactive" : "Active");
    if (wants("userState")) {
      AgentStateJson.write(json, voice.state());
    }
    text(json, "phoneNumber", device.phoneNumber());
    text(json, "e164Number", device.phoneNumber());
    text(json, "telephonyNetwork", "Private");
    text(json, "doNotDisturb", voice.doNotDisturb() ? "On" : "Off");
    text(json, "voiceEnvironmentUri", "");
    if (wants("capabilities")) {
      json.writeArrayPropertyStart("capabilities");
      if (!voice.isLoggedOut()) {
        json.writeString(voice.doNotDisturb() ? "DoNotDisturbOff" : "DoNotDisturbOn");
      }
      json.writeEndArray();
    }
    if (wants("channels")) {
      json.writeArrayPropertyStart("channels");
      json.writeString(Channel.VOICE.wireName());
      json.writeEndArray();
    }
    text(json, "uri", url.uri(device.path()));
    text(json, "path", device.path());
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
