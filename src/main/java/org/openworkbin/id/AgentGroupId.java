package org.openworkbin.id;

/** The id of an agent group. */
public record AgentGroupId(String value) implements OwnerId {
  public AgentGroupId {
    Ids.check(value);
  }

  @Override
  public OwnerKind kind() {
    return OwnerKind.AGENT_GROUP;
  }
}
