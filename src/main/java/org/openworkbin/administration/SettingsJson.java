package org.openworkbin.administration;

import java.util.List;
import org.openworkbin.directory.Setting;
import org.openworkbin.http.Members;
import org.openworkbin.presence.AgentState;
import tools.jackson.core.JsonGenerator;

/** Settings on the wire, in the three forms that the contract has; values as they were written. */
final class SettingsJson {
  private static final String SETTINGS = "settings";

  private SettingsJson() {}

  static Members object(List<Setting> settings) {
    return json -> {
      json.writeObjectPropertyStart(SETTINGS);
      for (Setting setting : settings) {
        json.writeName(setting.name());
        json.writeRawValue(setting.value());
      }
      json.writeEndObject();
    };
  }

  static Members list(List<Setting> settings) {
    return json -> {
      json.writeArrayPropertyStart(SETTINGS);
      settings.forEach(setting -> write(json, setting));
      json.writeEndArray();
    };
  }

  static Members one(Setting setting) {
    return json -> {
      json.writeName("setting");
      write(json, setting);
    };
  }

  static Members states(List<AgentState> states) {
    return json -> {
      json.writeArrayPropertyStart(SETTINGS);
      for (AgentState state : states) {
        json.writeStartObject();
        json.writeStringProperty("id", state.id());
        json.writeStringProperty("operationName", state.operationName());
        json.writeStringProperty("state", state.state());
        json.writeStringProperty("displayName", state.displayName());
        json.writeEndObject();
      }
      json.writeEndArray();
    };
  }

  private static void write(JsonGenerator json, Setting setting) {
    json.writeStartObject();
    json.writeStringProperty("name", setting.name());
    json.writeName("value");
    json.writeRawValue(setting.value());
    json.writeEndObject();
  }
}
