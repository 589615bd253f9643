package org.openworkbin.presence;

import java.util.List;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Feature;
import org.openworkbin.directory.FeatureGate;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Body;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Query;
import org.openworkbin.id.UserId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * {@code /api/v2/me/channels} and, for who looks after an agent, {@code
 * /api/v2/users/{id}/channels} ({@code spec/foundations.md} 4.4).
 */
@Controller
class ChannelResource {
  private static final String MINE = "/api/v2/me/channels";
  private static final String ONE_OF_MINE = MINE + "/{channel}";
  private static final String AN_AGENTS = "/api/v2/users/{id}/channels";
  private static final String ONE_OF_AN_AGENTS = AN_AGENTS + "/{channel}";

  private final Directories directories;
  private final Presences presences;
  private final AgentDevices devices;
  private final StateChanges changes;
  private final LookedAfter lookedAfter;
  private final FeatureGate features;

  ChannelResource(
      Directories directories,
      Presences presences,
      AgentDevices devices,
      StateChanges changes,
      LookedAfter lookedAfter) {
    this.directories = directories;
    this.presences = presences;
    this.devices = devices;
    this.changes = changes;
    this.lookedAfter = lookedAfter;
    this.features = new FeatureGate(directories);
  }

  @GetMapping(MINE)
  Answer mine(Caller caller, Query query, ExternalUrl url) {
    return list(caller.id(), "/me/channels", query, url);
  }

  @GetMapping(AN_AGENTS)
  Answer anAgents(Caller caller, @PathVariable("id") String id, Query query, ExternalUrl url) {
    UserId agent = lookedAfter.by(caller, id, "the channels of this user");
    return list(agent, "/users/" + id + "/channels", query, url);
  }

  @GetMapping(ONE_OF_MINE)
  Answer oneOfMine(Caller caller, @PathVariable("channel") String channel, Query query) {
    return one(caller.id(), channel, query);
  }

  @GetMapping(ONE_OF_AN_AGENTS)
  Answer oneOfAnAgents(
      Caller caller,
      @PathVariable("id") String id,
      @PathVariable("channel") String channel,
      Query query) {
    return one(lookedAfter.by(caller, id, "the channels of this user"), channel, query);
  }

  @PostMapping(ONE_OF_MINE)
  Answer operate(Caller caller, @PathVariable("channel") String channel, Body body) {
    changes.one(caller.id(), Channel.ofPath(channel, directories.now()), body);
    return Answer.done();
  }

  @PostMapping(ONE_OF_AN_AGENTS)
  Answer operateAnAgents(
      Caller caller,
      @PathVariable("id") String id,
      @PathVariable("channel") String channel,
      Body body) {
    UserId agent = lookedAfter.by(caller, id, "the channels of this user");
    features.requireOperation(Feature.SUPERVISOR_AGENT_CONTROL);
    changes.bySupervisor(agent, Channel.ofPath(channel, directories.now()), body);
    return Answer.done();
  }

  private Answer list(UserId agent, String path, Query query, ExternalUrl url) {
    List<ChannelState> states = presences.channels(agent);
    return Answer.of(
        query.fields().isEmpty()
            ? ChannelJson.uris(states, path, url)
            : json(agent, query).list("channels", states));
  }

  private Answer one(UserId agent, String channel, Query query) {
    ChannelState state = presences.channel(agent, Channel.ofPath(channel, directories.now()));
    return Answer.of(json(agent, query).one(state));
  }

  private ChannelJson json(UserId agent, Query query) {
    return new ChannelJson(devices.of(agent).getFirst().phoneNumber(), query.fields());
  }
}
