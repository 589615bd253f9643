package org.openworkbin.presence;

/**
 * A telephone as the agent sees it whose it is.
 *
 * @param phoneNumber empty where there is no telephone, only a device that clients want to see
 */
public record AgentDevice(String id, String phoneNumber) {

  /** Where the resource is, below {@code /api/v2}. */
  public String path() {
    return "/devices/" + id;
  }
}
