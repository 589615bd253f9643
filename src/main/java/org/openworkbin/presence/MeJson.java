package org.openworkbin.presence;

import java.util.Map;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Role;
import org.openworkbin.directory.User;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Members;
import tools.jackson.core.JsonGenerator;

/**
 * {@code user}: who is logged in ({@code spec/foundations.md} 4.1).
 *
 * @param parts what was asked for as {@code subresources}
 */
record MeJson(User user, Directory directory, Map<String, Members> parts, ExternalUrl url) {

  void write(JsonGenerator json) {
    String path = "/users/" + user.id().value();
    json.writeObjectPropertyStart("user");
    json.writeStringProperty("id", user.id().value());
    json.writeStringProperty("userName", user.userName());
    json.writeStringProperty("password", ""); // always empty in the contract, and always there
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
    parts.values().forEach(part -> part.write(json));
    json.writeEndObject();
  }
}
