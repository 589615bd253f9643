package org.openworkbin.administration;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openworkbin.directory.AgentGroup;
import org.openworkbin.directory.Annex;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.DirectoryObject;
import org.openworkbin.directory.ObjectKey;
import org.openworkbin.directory.Place;
import org.openworkbin.directory.PlaceGroup;
import org.openworkbin.directory.Skill;
import org.openworkbin.directory.User;
import org.openworkbin.http.Members;
import org.openworkbin.id.SkillId;
import tools.jackson.core.JsonGenerator;

/**
 * Objects of platform configuration on the wire ({@code spec/foundations.md} 6.4): all scalars are
 * texts, {@code userProperties} is section, key, value, and references are numbers.
 */
record ConfigurationJson(Directory directory) {
  /** The section and the key of {@code userProperties} under which a person's roles stand. */
  static final String HTCC = "htcc";

  static final String ROLES = "roles";

  private static final String ENABLED = "1";
  private static final String DISABLED = "2";

  /** The array of that name. */
  Members list(String name, Collection<? extends DirectoryObject> objects) {
    return json -> {
      json.writeName(name);
      json.writeStartArray();
      objects.forEach(object -> write(json, object));
      json.writeEndArray();
    };
  }

  /** One of them. */
  Members one(String name, DirectoryObject object) {
    return json -> {
      json.writeName(name);
      write(json, object);
    };
  }

  private void write(JsonGenerator json, DirectoryObject object) {
    json.writeStartObject();
    json.writeStringProperty("DBID", number(object.key()));
    json.writeStringProperty("tenantDBID", "1");
    switch (object) {
      case AgentGroup group -> {
        json.writeStringProperty("name", group.name());
        json.writeStringProperty("state", ENABLED);
        writeNumbers(json, "agentDBIDs", group.members().stream().map(User::key));
        writeNumbers(json, "managerDBIDs", group.managers().stream().map(User::key));
        writeProperties(json, group.annex().sections());
      }
      case PlaceGroup group -> {
        json.writeStringProperty("name", group.name());
        json.writeStringProperty("state", ENABLED);
        writeNumbers(json, "placeDBIDs", group.places().stream().map(Place::key));
        writeProperties(json, group.annex().sections());
      }
      case Place place -> writeNamed(json, place.name(), place.annex());
      case Skill skill -> writeNamed(json, skill.name(), skill.annex());
      case User user -> writePerson(json, user);
      default -> throw new IllegalArgumentException("not of platform configuration: " + object);
    }
    json.writeEndObject();
  }

  private static void writeNamed(JsonGenerator json, String name, Annex annex) {
    json.writeStringProperty("name", name);
    json.writeStringProperty("state", ENABLED);
    writeProperties(json, annex.sections());
  }

  private void writePerson(JsonGenerator json, User user) {
    json.writeStringProperty("userName", user.userName());
    json.writeStringProperty("employeeID", user.userName());
    json.writeStringProperty("firstName", user.firstName());
    json.writeStringProperty("lastName", user.lastName());
    json.writeStringProperty("emailAddress", user.emailAddress());
    json.writeStringProperty("state", user.enabled() ? ENABLED : DISABLED);
    if (user.defaultPlace().isPresent()) {
      json.writeStringProperty("placeDBID", number(Place.key(user.defaultPlace().get())));
    }
    json.writeName("skillLevels");
    json.writeStartArray();
    user.skills().entrySet().stream()
        .sorted(Comparator.comparingInt(skill -> directory.number(Skill.key(skill.getKey()))))
        .forEach(skill -> writeLevel(json, skill));
    json.writeEndArray();
    Map<String, Map<String, String>> properties = new TreeMap<>(user.annex().sections());
    Map<String, String> htcc = new TreeMap<>(properties.getOrDefault(HTCC, Map.of()));
    htcc.put(ROLES, roles(user));
    properties.put(HTCC, htcc);
    writeProperties(json, properties);
  }

  private void writeLevel(JsonGenerator json, Map.Entry<SkillId, Integer> skill) {
    json.writeStartObject();
    json.writeStringProperty("skillDBID", number(Skill.key(skill.getKey())));
    json.writeStringProperty("level", skill.getValue().toString());
    json.writeEndObject();
  }

  /** Without what their names begin with, in small letters, with commas. */
  private static String roles(User user) {
    return user.roles().stream()
        .sorted()
        .map(role -> role.name().replaceFirst("ROLE_", "").toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(","));
  }

  private void writeNumbers(JsonGenerator json, String name, Stream<ObjectKey> keys) {
    json.writeName(name);
    json.writeStartArray();
    keys.mapToInt(directory::number)
        .sorted()
        .forEach(number -> json.writeString(Integer.toString(number)));
    json.writeEndArray();
  }

  private static void writeProperties(
      JsonGenerator json, Map<String, ? extends Map<String, String>> sections) {
    json.writeName("userProperties");
    json.writeStartObject();
    sections.forEach((section, options) -> {
      json.writeName(section);
      json.writeStartObject();
      options.forEach(json::writeStringProperty);
      json.writeEndObject();
    });
    json.writeEndObject();
  }

  private String number(ObjectKey key) {
    return Integer.toString(directory.number(key));
  }
}
