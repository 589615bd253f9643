package org.openworkbin.presence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.openworkbin.directory.Device;
import org.openworkbin.directory.Directories;
import org.openworkbin.id.UserId;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Component;

/**
 * Which devices an agent has: those that the directory gives him, else one that is always the same.
 * There is no telephony, but clients take the first device's id without looking. Thread-safe.
 */
@Component
public final class AgentDevices {
  private final Directories directories;

  AgentDevices(Directories directories) {
    this.directories = directories;
  }

  /** One at least. */
  public List<AgentDevice> of(UserId agent) {
    List<Device> devices = directories.now().devicesOf(agent);
    return devices.isEmpty()
        ? List.of(standIn(agent))
        : devices.stream()
            .map(device -> new AgentDevice(device.id().value(), device.phoneNumber()))
            .toList();
  }

  /** One of his; any other is unknown. */
  public AgentDevice of(UserId agent, String id) {
    return of(agent).stream()
        .filter(device -> device.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Refusal.Unknown("device", id).asException());
  }

  private static AgentDevice standIn(UserId agent) {
    byte[] name = ("device " + agent.value()).getBytes(StandardCharsets.UTF_8);
    return new AgentDevice(UUID.nameUUIDFromBytes(name).toString(), "");
  }
}
