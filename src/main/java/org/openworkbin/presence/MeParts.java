package org.openworkbin.presence;

import java.util.LinkedHashMap;
import java.util.Map;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.User;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Members;
import org.openworkbin.http.Selection;
import org.springframework.stereotype.Component;

/** The parts of the resource that a user is to himself, by the names of {@code subresources}. */
@Component
final class MeParts {
  private final AgentParts agents;
  private final HeldItems held;

  MeParts(AgentParts agents, HeldItems held) {
    this.agents = agents;
    this.held = held;
  }

  /** Those that are wanted; a name that there is not is no error. */
  Map<String, Members> of(User user, Directory directory, Selection wanted, ExternalUrl url) {
    MePartJson known = new MePartJson(user, directory, url);
    Map<String, Members> parts = new LinkedHashMap<>();
    parts.put("features", known::writeFeatures);
    parts.put("skills", known::writeSkills);
    parts.putAll(agents.of(user.id(), url));
    parts.put("calls", CallsJson::write);
    parts.putAll(held.of(user.id(), url));
    parts.put("groups", known::writeGroups);
    parts.put("settings", known::writeSettings);
    parts.keySet().removeIf(name -> !wanted.has(name));
    return parts;
  }
}
