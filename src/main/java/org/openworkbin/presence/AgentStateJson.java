package org.openworkbin.presence;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.openworkbin.http.ObjectText;
import tools.jackson.core.JsonGenerator;

/** An agent's state on the wire, and in the setting that defines one of a contact centre's own. */
final class AgentStateJson {

  private AgentStateJson() {}

  /**
   * The state that a setting defines; empty where its value is no object. What it leaves open is
   * made of its name, the id always in the same way.
   */
  static Optional<AgentState> parse(String operationName, String value) {
    ObjectText members;
    try {
      members = ObjectText.parse(value);
    } catch (IllegalArgumentException noObject) {
      return Optional.empty();
    }
    return Optional.of(
        new AgentState(
            operationName,
            members.text("id").orElseGet(() -> idOf(operationName)),
            members.text("state").orElse(AgentState.NOT_READY.state()),
            members.text("displayName").orElse(operationName),
            members.text("workMode")));
  }

  private static String idOf(String operationName) {
    byte[] name = ("agent state " + operationName).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(name).toString().toUpperCase(Locale.ROOT);
  }

  /** {@code userState}. */
  static void write(JsonGenerator json, AgentState state) {
    json.writeObjectPropertyStart("userState");
    json.writeStringProperty("id", state.id());
    json.writeStringProperty("displayName", state.displayName());
    json.writeStringProperty("state", state.state());
    state.workMode().ifPresent(mode -> json.writeStringProperty("workMode", mode));
    json.writeEndObject();
  }
}
