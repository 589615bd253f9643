package org.openworkbin.presence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openworkbin.directory.Device;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Members;
import org.openworkbin.http.Selection;
import org.openworkbin.id.UserId;
import org.springframework.stereotype.Component;

/** What an agent is at present, as parts of the resource that he is. Thread-safe. */
@Component
public final class AgentParts {
  private final AgentDevices devices;
  private final Presences presences;

  AgentParts(AgentDevices devices, Presences presences) {
    this.devices = devices;
    this.presences = presences;
  }

  /**
   * {@code devices}, {@code channels} and its copy by an older name, {@code channelStates}, by the
   * names of {@code subresources}; each writes the array of its name.
   */
  public Map<String, Members> of(UserId agent, ExternalUrl url) {
    List<AgentDevice> his = devices.of(agent);
    List<ChannelState> states = presences.channels(agent);
    ChannelJson channels = new ChannelJson(his.getFirst().phoneNumber(), Selection.everything());
    Map<String, Members> parts = new LinkedHashMap<>();
    parts.put("devices", device(presences.channel(agent, Channel.VOICE), url).list(his));
    parts.put("channels", channels.list("channels", states));
    parts.put("channelStates", channels.list("channelStates", states));
    return parts;
  }

  /** What its owner sees of a device: the members of an object that is open. */
  public Members device(Device device, ExternalUrl url) {
    ChannelState voice =
        device
            .owner()
            .map(owner -> presences.channel(owner, Channel.VOICE))
            .orElseGet(() -> ChannelState.loggedOut(Channel.VOICE));
    AgentDevice shown = new AgentDevice(device.id().value(), device.phoneNumber());
    return json -> device(voice, url).writeMembers(json, shown);
  }

  private static DeviceJson device(ChannelState voice, ExternalUrl url) {
    return new DeviceJson(voice, url, Selection.everything());
  }
}
