package org.openworkbin.presence;

import java.util.List;
import java.util.Map;
import org.openworkbin.id.UserId;

/** Keeps what agents are on their channels over a restart. Thread-safe. */
public interface StateStore {

  /** The channels of everybody who is logged in to any. */
  Map<UserId, List<Kept>> load();

  /** Puts these in the place of all that was kept of an agent; durable when it returns. */
  void keep(UserId agent, List<Kept> channels);

  /**
   * A channel that somebody is logged in to.
   *
   * @param operationName of the {@link AgentState} that he is in
   */
  record Kept(Channel channel, String operationName, boolean doNotDisturb) {}
}
