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
public record AgentGroup(
    AgentGroupId id, String name, Set<UserId> members, Set<UserId> managers, Annex annex)
    implements DirectoryObject {
  public AgentGroup {
    members = Set.copyOf(members);
    managers = Set.copyOf(managers);
  }

  public AgentGroup(AgentGroupId id, String name, Set<UserId> members, Set<UserId> managers) {
    this(id, name, members, managers, Annex.NONE);
  }

  @Override
  public ObjectKey key() {
    return key(id);
  }

  @Override
  public String label() {
    return name;
  }

  /** The key of the agent group with that id. */
  public static ObjectKey key(AgentGroupId id) {
    return new ObjectKey(ObjectKind.AGENT_GROUP, id.value());
  }

  /** The same with those people instead. */
  public AgentGroup with(Set<UserId> otherMembers, Set<UserId> otherManagers) {
    return new AgentGroup(id, name, otherMembers, otherManagers, annex);
  }
}
