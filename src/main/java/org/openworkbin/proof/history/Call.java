package org.openworkbin.proof.history;

import java.util.Optional;
import org.openworkbin.proof.history.Happening.Answered;
import org.openworkbin.proof.history.Happening.Asked;

/** One sending of a request, and what came of it. */
record Call(Asked asked, Optional<Answered> answered) {
  private static final int OK = 200;
  private static final int CONFLICT = 409;
  private static final int LEAST_FAULT = 500;

  private boolean has(int status) {
    return answered.isPresent() && answered.get().status() == status;
  }

  boolean isDone() {
    return has(OK);
  }

  /** Refused because of where the interaction was. */
  boolean isLost() {
    return has(CONFLICT);
  }

  /** Whether the asker can't know what came of it. */
  boolean isOpen() {
    return answered.isEmpty() || answered.get().status() >= LEAST_FAULT;
  }

  /** When the asker had its answer; never, where none came. */
  long end() {
    return answered.map(Answered::at).orElse(Long.MAX_VALUE);
  }
}
