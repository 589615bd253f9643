package org.openworkbin.presence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Directory;
import org.springframework.stereotype.Component;

/**
 * What an agent can be: the states that every contact centre has, and those of its own, which the
 * settings group {@code agent-states} names. Thread-safe and free of cost.
 */
@Component
public final class AgentStates {
  /** The settings group that holds a contact centre's own. */
  public static final String GROUP = "agent-states";

  private static final List<AgentState> EVERYWHERE =
      List.of(
          AgentState.READY,
          AgentState.NOT_READY,
          AgentState.AFTER_CALL_WORK,
          AgentState.LOGGED_OUT);

  private final Directories directories;
  private volatile Known known = new Known(Long.MIN_VALUE, EVERYWHERE);

  public AgentStates(Directories directories) {
    this.directories = directories;
  }

  /** All that a client can offer: those that are everywhere first, then by their names. */
  public List<AgentState> offered() {
    Directory directory = directories.now();
    Known current = known;
    if (current.version() != directory.version()) {
      current =
          new Known(
              directory.version(), Stream.concat(EVERYWHERE.stream(), own(directory)).toList());
      known = current;
    }
    return current.states();
  }

  /** Whether no state of a contact centre's own can be called so. */
  public static boolean isReserved(String operationName) {
    return Operation.named(operationName).isPresent();
  }

  /** The contact centre's own state of that name, which is compared exactly. */
  Optional<AgentState> ownNamed(String operationName) {
    return named(operationName).filter(state -> !EVERYWHERE.contains(state));
  }

  /** The state of that name; not ready, where the contact centre has no such state any more. */
  AgentState remembered(String operationName) {
    return named(operationName).orElse(AgentState.NOT_READY);
  }

  private Optional<AgentState> named(String operationName) {
    return offered().stream()
        .filter(state -> state.operationName().equals(operationName))
        .findFirst();
  }

  /** Nobody can give an operation that is everywhere another meaning. */
  private static Stream<AgentState> own(Directory directory) {
    return directory.settings(GROUP).stream()
        .filter(setting -> !isReserved(setting.name()))
        .flatMap(setting -> AgentStateJson.parse(setting.name(), setting.value()).stream());
  }

  /** The states under one version of the directory. */
  private record Known(long version, List<AgentState> states) {}
}
