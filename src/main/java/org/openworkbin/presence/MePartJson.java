package org.openworkbin.presence;

import org.openworkbin.directory.AgentGroup;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Feature;
import org.openworkbin.directory.Skill;
import org.openworkbin.directory.User;
import org.openworkbin.http.ExternalUrl;
import tools.jackson.core.JsonGenerator;

/** What the directory has of a user, as parts of the resource that he is. */
record MePartJson(User user, Directory directory, ExternalUrl url) {

  /** {@code features} of his contact centre. */
  void writeFeatures(JsonGenerator json) {
    json.writeArrayPropertyStart("features");
    directory.features().stream().sorted().forEach(feature -> write(json, feature));
    json.writeEndArray();
  }

  /** {@code skills}; their levels are texts in the contract. */
  void writeSkills(JsonGenerator json) {
    json.writeArrayPropertyStart("skills");
    directory.skills().stream()
        .filter(skill -> user.skills().containsKey(skill.id()))
        .forEach(skill -> write(json, skill, user.skills().getOrDefault(skill.id(), 0)));
    json.writeEndArray();
  }

  private void write(JsonGenerator json, Skill skill, int level) {
    json.writeStartObject();
    json.writeStringProperty("id", skill.id().value());
    json.writeStringProperty("name", skill.name());
    json.writeStringProperty("level", Integer.toString(level));
    writeLinks(json, "/skills/" + skill.id().value());
    json.writeEndObject();
  }

  /** {@code groups}: the agent groups that he is in. */
  void writeGroups(JsonGenerator json) {
    json.writeArrayPropertyStart("groups");
    for (AgentGroup group : directory.groupsOf(user.id())) {
      json.writeStartObject();
      json.writeStringProperty("id", group.id().value());
      json.writeStringProperty("name", group.name());
      writeLinks(json, "/groups/" + group.id().value());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** {@code settings}: an object of objects. */
  void writeSettings(JsonGenerator json) {
    json.writeObjectPropertyStart("settings");
    user.annex()
        .sections()
        .forEach((section, options) -> {
          json.writeObjectPropertyStart(section);
          options.forEach(json::writeStringProperty);
          json.writeEndObject();
        });
    json.writeEndObject();
  }

  private void write(JsonGenerator json, Feature feature) {
    json.writeStartObject();
    json.writeStringProperty("id", feature.id());
    json.writeStringProperty("displayName", feature.displayName());
    json.writeStringProperty("description", feature.description());
    json.writeBooleanProperty("autoAssignOnContactCenterCreate", Feature.DEFAULT.contains(feature));
    writeLinks(json, "/features/" + feature.id());
    json.writeEndObject();
  }

  private void writeLinks(JsonGenerator json, String path) {
    json.writeStringProperty("uri", url.uri(path));
    json.writeStringProperty("path", path);
  }
}
