package org.openworkbin.presence;

import java.util.Arrays;
import java.util.Optional;

/** Where an agent stands on a channel, as far as the {@link ChannelCycle} tells states apart. */
enum Phase {
  LOGGED_OUT("LoggedOut"),
  READY("Ready"),
  NOT_READY("NotReady"),
  AFTER_CALL_WORK("AfterCallWork"),
  /** Any state of the contact centre's own. */
  OWN("own");

  private final String column;

  Phase(String column) {
    this.column = column;
  }

  /** The state that it is, where it is one. */
  Optional<AgentState> state() {
    return switch (this) {
      case LOGGED_OUT -> Optional.of(AgentState.LOGGED_OUT);
      case READY -> Optional.of(AgentState.READY);
      case NOT_READY -> Optional.of(AgentState.NOT_READY);
      case AFTER_CALL_WORK -> Optional.of(AgentState.AFTER_CALL_WORK);
      case OWN -> Optional.empty();
    };
  }

  /** The phase that a state is in. */
  static Phase of(AgentState state) {
    return Arrays.stream(values())
        .filter(phase -> phase.state().filter(state::equals).isPresent())
        .findFirst()
        .orElse(OWN);
  }

  /** The phase that is called so in the table. */
  static Phase ofColumn(String name) {
    return Arrays.stream(values())
        .filter(phase -> phase.column.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no phase is called " + name));
  }
}
