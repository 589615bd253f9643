package org.openworkbin.proof.client;

import java.util.List;

/**
 * A bin that agents of a {@link Stage} see.
 *
 * @param name of the workbin, and of its owner where it has one
 * @param owner how a query names the owner, {@code agentGroup=…}; "" for each agent's own
 * @param members who may put in and take out
 */
public record Bin(String name, String workbinId, String owner, List<Agent> members) {
  public Bin {
    members = List.copyOf(members);
  }

  /** Where it is read and operated on. */
  public String path() {
    return "/api/v2/me/workbins/" + workbinId + (owner.isEmpty() ? "" : "?" + owner);
  }

  /** The same with more of a query. */
  public String path(String query) {
    return path() + (owner.isEmpty() ? "?" : "&") + query;
  }

  /** What {@code changes?since=} is asked at. */
  public String changes(long since) {
    return "/api/v2/me/workbins/%s/changes?%ssince=%d"
        .formatted(workbinId, owner.isEmpty() ? "" : owner + "&", since);
  }
}
