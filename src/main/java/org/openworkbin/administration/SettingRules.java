package org.openworkbin.administration;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openworkbin.directory.ObjectKind;
import org.openworkbin.directory.Setting;
import org.openworkbin.http.AllowedOrigins;
import org.openworkbin.http.Body;
import org.openworkbin.http.JsonValue;
import org.openworkbin.http.ObjectText;
import org.openworkbin.presence.AgentStates;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Component;

/**
 * Reads settings that are to be kept. The value may be any JSON, but in the groups that the server
 * itself goes by. Thread-safe.
 */
@Component
final class SettingRules {
  static final String ALLOWED_ORIGINS = "allowedOrigins";

  private static final Set<String> STATES = Set.of("Ready", "NotReady");

  private final AgentStates agentStates;

  SettingRules(AgentStates agentStates) {
    this.agentStates = agentStates;
  }

  /** The setting that the body describes. */
  Setting read(SettingsGroup group, Body body) {
    String name = name(group, body);
    String value =
        switch (group.name()) {
          case "agent-states" -> agentState(name, body);
          case "access-control" -> origins(name, value(body));
          default -> value(body).toString();
        };
    return new Setting(group.name(), name, value);
  }

  /** The name of the setting, as the group calls it or as every group does. */
  static String name(SettingsGroup group, Body body) {
    Optional<String> called = body.optional(group.key());
    return called.isPresent() ? called.get() : body.required("name");
  }

  private static JsonValue value(Body body) {
    return body.value("value").orElseThrow(() -> new Refusal.Missing("value").asException());
  }

  /** The whole list, and nothing else that a browser would have to obey. */
  private static String origins(String name, JsonValue value) {
    if (!name.equals(ALLOWED_ORIGINS)) {
      throw new Refusal.OutOfRange("name", "The only setting here is " + ALLOWED_ORIGINS)
          .asException();
    }
    List<JsonValue> origins =
        value
            .elements()
            .orElseThrow(() ->
                new Refusal.Invalid("value", "The value has to be an array of origins")
                    .asException());
    for (JsonValue origin : origins) {
      if (origin.text().filter(AllowedOrigins::isOrigin).isEmpty()) {
        throw new Refusal.Invalid(
                "value",
                "An origin is a scheme, a host and perhaps a port; a * may stand for a part of the"
                    + " host, not for all of it")
            .asException();
      }
    }
    return value.toString();
  }

  /** Its members come in {@code value}, or beside the name as reads show them. */
  private String agentState(String operationName, Body body) {
    if (!operationName.matches("[A-Za-z][A-Za-z0-9_-]{0,63}")) {
      throw new Refusal.OutOfRange(
              "operationName", "A state's operation has 1 to 64 of A-Z a-z 0-9 _ -")
          .asException();
    }
    if (AgentStates.isReserved(operationName)) {
      throw new Refusal.ReadOnly("operationName", "This operation means the same everywhere")
          .asException();
    }
    ObjectText given = body.object("value").orElseGet(body::draft);
    String state = text(given, "state").orElse("NotReady");
    if (!STATES.contains(state)) {
      throw new Refusal.OutOfRange("state", "The state has to be Ready or NotReady").asException();
    }
    String id = text(given, "id").orElse("");
    if (!id.isEmpty() && isTaken(id, operationName)) {
      throw new Refusal.NameTaken(ObjectKind.SETTING.noun(), id).asException();
    }
    ObjectText kept =
        ObjectText.empty()
            .with("state", state)
            .with("displayName", text(given, "displayName").orElse(operationName));
    return (id.isEmpty() ? kept : kept.with("id", id)).toString();
  }

  private static Optional<String> text(ObjectText members, String name) {
    Optional<JsonValue> value = members.value(name);
    if (value.isPresent() && value.get().text().isEmpty()) {
      throw new Refusal.Invalid(name, "The parameter " + name + " has to be a text").asException();
    }
    return value.flatMap(JsonValue::text).filter(text -> !text.isEmpty());
  }

  private boolean isTaken(String id, String operationName) {
    return agentStates.offered().stream()
        .anyMatch(state ->
            state.id().equalsIgnoreCase(id) && !state.operationName().equals(operationName));
  }
}
