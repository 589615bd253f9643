package org.openworkbin.administration;

import org.openworkbin.directory.Directory;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Body;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExpectedVersion;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Query;
import org.openworkbin.presence.AgentStates;
import org.openworkbin.refusal.Refusal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** The settings of the contact centre, group by group ({@code spec/foundations.md} 7). */
@RestController
final class SettingsResource {
  private static final String GROUP = "/api/v2/settings/{group}";

  private final Settings settings;
  private final AgentStates agentStates;

  SettingsResource(Settings settings, AgentStates agentStates) {
    this.settings = settings;
    this.agentStates = agentStates;
  }

  @GetMapping("/api/v2/settings")
  Answer groups(Caller caller, Query query, ExternalUrl url) {
    return SettingsGroup.listing(url).objects(query, settings.groups(caller));
  }

  @GetMapping(GROUP)
  Answer group(Caller caller, @PathVariable("group") String group) {
    SettingsGroup found = settings.group(caller, group);
    Directory version = settings.now();
    return Changes.tagged(
        Answer.of(
            switch (found.form()) {
              case OBJECT -> SettingsJson.object(settings.of(found));
              case LIST -> SettingsJson.list(settings.of(found));
              case STATES -> SettingsJson.states(agentStates.offered());
            }),
        version);
  }

  @GetMapping(GROUP + "/{name}")
  Answer one(
      Caller caller, @PathVariable("group") String group, @PathVariable("name") String name) {
    SettingsGroup found = settings.group(caller, group);
    Directory version = settings.now();
    return settings.of(found).stream()
        .filter(setting -> setting.name().equals(name))
        .findAny()
        .map(setting -> Changes.tagged(Answer.of(SettingsJson.one(setting)), version))
        .orElseThrow(() -> new Refusal.Unknown("setting", name).asException());
  }

  /** A group is there when something is in it, so one is made by what it is to hold. */
  @PostMapping("/api/v2/settings")
  Answer createInGroup(Caller caller, Body body) {
    return Changes.done(settings.create(caller, body.required("group"), body));
  }

  @PostMapping(GROUP)
  Answer create(Caller caller, @PathVariable("group") String group, Body body) {
    return Changes.done(settings.create(caller, group, body));
  }

  @PutMapping(GROUP)
  Answer put(
      Caller caller, @PathVariable("group") String group, Body body, ExpectedVersion expected) {
    return Changes.done(settings.put(caller, group, body, expected));
  }

  @DeleteMapping(GROUP)
  Answer remove(
      Caller caller, @PathVariable("group") String group, Body body, ExpectedVersion expected) {
    return Changes.done(settings.remove(caller, group, body, expected));
  }
}
