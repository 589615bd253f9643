package org.openworkbin.directory;

import java.util.Set;
import org.openworkbin.id.AgentGroupId;
import org.openworkbin.id.UserId;

/**
 * A group of agents.
 *
 * @param members who sees the group's bins
 * @param managers who supervises the group; a manager need not be a member
 */
public record AgentGroup(AgentGroupId id, String name, Set<UserId> members, Set<UserId> managers) {
  public AgentGroup {
    members = Set.copyOf(members);
    managers = Set.copyOf(managers);
  }
}
