package org.openworkbin.presence;

/**
 * What an agent is on a channel.
 *
 * @param doNotDisturb whether he asked not to be disturbed; never where he is logged out
 */
public record ChannelState(Channel channel, AgentState state, boolean doNotDisturb) {

  /** Where an agent is before he begins to work on it. */
  static ChannelState loggedOut(Channel channel) {
    return new ChannelState(channel, AgentState.LOGGED_OUT, false);
  }

  /** Whether he does not work on it. */
  public boolean isLoggedOut() {
    return state.equals(AgentState.LOGGED_OUT);
  }
}
