package org.openworkbin.session;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Feature;
import org.openworkbin.directory.Role;
import org.openworkbin.directory.User;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Selection;
import tools.jackson.core.JsonGenerator;

/** {@code user}: who is logged in, with those parts that were asked for. */
record MeJson(User user, Directory directory, Selection subresources, ExternalUrl url) {

  /** What an agent has here, and in which the server holds nothing for him. */
  private static final List<String> EMPTY =
      List.of("skills", "channels", "channelStates", "calls", "chats", "interactions");

  void write(JsonGenerator json) {
    String path = "/users/" + user.id().value();
    json.writeObjectPropertyStart("user");
    json.writeStringProperty("id", user.id().value());
    json.writeStringProperty("userName", user.userName());
    json.writeStringProperty("firstName", user.firstName());
    json.writeStringProperty("lastName", user.lastName());
    json.writeStringProperty("emailAddress", user.emailAddress());
    json.writeArrayPropertyStart("roles");
    user.roles().stream().sorted().map(Role::name).forEach(json::writeString);
    json.writeEndArray();
    json.writeBooleanProperty("enabled", user.enabled());
    json.writeBooleanProperty("changePasswordOnFirstLogin", user.changePasswordOnFirstLogin());
    json.writeStringProperty("contactCenterId", directory.contactCenterId());
    json.writeStringProperty("uri", url.uri(path));
    json.writeStringProperty("path", path);
    writeSubresources(json);
    json.writeEndObject();
  }

  private void writeSubresources(JsonGenerator json) {
    if (subresources.has("features")) {
      writeFeatures(json);
    }
    if (subresources.has("devices")) {
      writeDevices(json);
    }
    for (String name : EMPTY) {
      if (subresources.has(name)) {
        json.writeArrayPropertyStart(name);
        json.writeEndArray();
      }
    }
    if (subresources.has("settings")) {
      json.writeObjectPropertyStart("settings");
      json.writeEndObject();
    }
  }

  private void writeFeatures(JsonGenerator json) {
    json.writeArrayPropertyStart("features");
    directory.features().stream().sorted().forEach(feature -> write(json, feature));
    json.writeEndArray();
  }

  private void write(JsonGenerator json, Feature feature) {
    String path = "/features/" + feature.id();
    json.writeStartObject();
    json.writeStringProperty("id", feature.id());
    json.writeStringProperty("displayName", feature.displayName());
    json.writeStringProperty("description", feature.description());
    json.writeBooleanProperty("autoAssignOnContactCenterCreate", Feature.DEFAULT.contains(feature));
    json.writeStringProperty("uri", url.uri(path));
    json.writeStringProperty("path", path);
    json.writeEndObject();
  }

  /** There is no telephony; clients take the first device's id without looking. */
  private void writeDevices(JsonGenerator json) {
    String id =
        UUID.nameUUIDFromBytes(("device " + user.id().value()).getBytes(StandardCharsets.UTF_8))
            .toString();
    String path = "/devices/" + id;
    json.writeArrayPropertyStart("devices");
    json.writeStartObject();
    json.writeStringProperty("id", id);
    json.writeStringProperty("deviceState", "Inactive");
    json.writeObjectPropertyStart("userState");
    json.writeStringProperty("id", "0F7F5003-EF26-4D13-A6EF-D0C7EC819BEB");
    json.writeStringProperty("displayName", "Offline");
    json.writeStringProperty("state", "LoggedOut");
    json.writeEndObject();
    json.writeStringProperty("phoneNumber", "");
    json.writeStringProperty("doNotDisturb", "Off");
    json.writeArrayPropertyStart("capabilities");
    json.writeEndArray();
    json.writeStringProperty("uri", url.uri(path));
    json.writeStringProperty("path", path);
    json.writeEndObject();
    json.writeEndArray();
  }
}
