package org.openworkbin.presence;

import java.util.Optional;
import org.openworkbin.http.Body;

/**
 * What somebody asks to become of a channel.
 *
 * @param own the contact centre's own state that is asked for; there for {@link Operation#OWN}
 */
record Wish(Operation operation, Optional<AgentState> own) {
  static final Wish LOG_IN = new Wish(Operation.LOG_IN, Optional.empty());

  /** Refused where no operation and no state is called so. */
  static Wish named(String name, AgentStates states) {
    return Operation.named(name)
        .map(operation -> new Wish(operation, Optional.empty()))
        .or(() -> states.ownNamed(name).map(own -> new Wish(Operation.OWN, Optional.of(own))))
        .orElseThrow(Body::unknownOperation);
  }
}
