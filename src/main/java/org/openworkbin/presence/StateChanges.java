package org.openworkbin.presence;

import java.util.Set;
import org.openworkbin.http.Body;
import org.openworkbin.id.UserId;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Service;

/** Reads what is to become of channels, and does it. Thread-safe. */
@Service
final class StateChanges {
  private static final long LONGEST_WRAP_UP_SECONDS = 86_400;
  private static final Set<String> WORK_MODES = Set.of("ManualIn", "AutoIn");
  private static final Set<Operation> SUPERVISORS =
      Set.of(Operation.READY, Operation.NOT_READY, Operation.OFFLINE);

  private final AgentStates states;
  private final Presences presences;

  StateChanges(AgentStates states, Presences presences) {
    this.states = states;
    this.presences = presences;
  }

  /** What an agent asks for on every channel that he is logged in to. */
  void all(UserId agent, Body body) {
    presences.changeAll(agent, wish(body));
  }

  /** What an agent asks for on one channel. */
  void one(UserId agent, Channel channel, Body body) {
    presences.change(agent, channel, wish(body));
  }

  /** What somebody who looks after the agent asks for. */
  void bySupervisor(UserId agent, Channel channel, Body body) {
    Wish wish = wish(body);
    if (!SUPERVISORS.contains(wish.operation())) {
      throw Body.unknownOperation();
    }
    presences.change(agent, channel, wish);
  }

  /**
   * {@code workmode} and {@code wrapUpTime} say what a telephone does after a call. They are
   * checked and mean nothing here: after-call work ends when the agent says so.
   */
  private Wish wish(Body body) {
    Wish wish = Wish.named(body.operationName(), states);
    if (body.optional("workmode").filter(mode -> !WORK_MODES.contains(mode)).isPresent()) {
      throw new Refusal.OutOfRange("workmode", "workmode has to be ManualIn or AutoIn")
          .asException();
    }
    long seconds = body.number("wrapUpTime").orElse(0);
    if (seconds < 0 || seconds > LONGEST_WRAP_UP_SECONDS) {
      throw new Refusal.OutOfRange("wrapUpTime", "wrapUpTime has to be 0 to 86400 seconds")
          .asException();
    }
    return wish;
  }
}
