package org.openworkbin.presence;

import java.util.Optional;

/**
 * Something that an agent can be on a channel ({@code spec/foundations.md} 4.4). The ids of those
 * that every contact centre has are the contract's; clients rely on them.
 *
 * @param operationName of the operation that leads there; what the store remembers
 * @param state what clients go by; a state of the contact centre's own mostly has {@code NotReady}
 * @param displayName a label for people
 * @param workMode what sort of that state it is
 */
public record AgentState(
    String operationName, String id, String state, String displayName, Optional<String> workMode) {

  static final AgentState READY =
      plain("Ready", "9430250E-0A1B-421F-B372-F29E69366DED", "Ready", "Ready");
  static final AgentState NOT_READY =
      plain("NotReady", "900D55CC-2BB0-431F-8BF9-D3525B383BE6", "NotReady", "Not Ready");
  static final AgentState AFTER_CALL_WORK =
      new AgentState(
          "AfterCallWork",
          "D3663509-3D82-4DD3-A82E-2EA8EFA02AEF",
          "NotReady",
          "AfterCallWork",
          Optional.of("AfterCallWork"));
  static final AgentState LOGGED_OUT =
      plain("Offline", "0F7F5003-EF26-4D13-A6EF-D0C7EC819BEB", "LoggedOut", "Offline");

  private static AgentState plain(String operation, String id, String state, String displayName) {
    return new AgentState(operation, id, state, displayName, Optional.empty());
  }
}
