package org.openworkbin.presence;

import java.util.List;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Query;
import org.openworkbin.id.UserId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * {@code /api/v2/me/devices} and {@code /api/v2/me/calls} and, for who looks after an agent, {@code
 * /api/v2/users/{id}/devices} ({@code spec/foundations.md} 6.5).
 */
@Controller
class DeviceResource {
  private final AgentDevices devices;
  private final Presences presences;
  private final LookedAfter lookedAfter;

  DeviceResource(AgentDevices devices, Presences presences, LookedAfter lookedAfter) {
    this.devices = devices;
    this.presences = presences;
    this.lookedAfter = lookedAfter;
  }

  @GetMapping("/api/v2/me/devices")
  Answer mine(Caller caller, Query query, ExternalUrl url) {
    return list(caller.id(), query, url);
  }

  @GetMapping("/api/v2/me/devices/{device}")
  Answer oneOfMine(
      Caller caller, @PathVariable("device") String device, Query query, ExternalUrl url) {
    AgentDevice his = devices.of(caller.id(), device);
    return Answer.of(json(caller.id(), query, url).one(his));
  }

  @GetMapping("/api/v2/users/{id}/devices")
  Answer anAgents(Caller caller, @PathVariable("id") String id, Query query, ExternalUrl url) {
    return list(lookedAfter.by(caller, id, "the devices of this user"), query, url);
  }

  @GetMapping("/api/v2/me/calls")
  Answer calls(Query query) {
    return Answer.of(query.fields().isEmpty() ? CallsJson::writeUris : CallsJson::write);
  }

  private Answer list(UserId agent, Query query, ExternalUrl url) {
    List<AgentDevice> his = devices.of(agent);
    DeviceJson json = json(agent, query, url);
    return Answer.of(query.fields().isEmpty() ? json.uris(his) : json.list(his));
  }

  private DeviceJson json(UserId agent, Query query, ExternalUrl url) {
    return new DeviceJson(presences.channel(agent, Channel.VOICE), url, query.fields());
  }
}
