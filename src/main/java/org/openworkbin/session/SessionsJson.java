package org.openworkbin.session;

import java.util.List;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.User;
import org.openworkbin.http.ExternalUrl;
import tools.jackson.core.JsonGenerator;

/** {@code sessions}: an array of what is open. */
record SessionsJson(List<OpenSession> sessions, Directory directory, ExternalUrl url) {

  void write(JsonGenerator json) {
    json.writeArrayPropertyStart("sessions");
    sessions.forEach(session -> write(session, json));
    json.writeEndArray();
  }

  private void write(OpenSession session, JsonGenerator json) {
    String path = "/sessions/" + session.id();
    json.writeStartObject();
    json.writeStringProperty("id", session.id());
    json.writeStringProperty("kind", session.transport().isPresent() ? "cometd" : "http");
    session.transport().ifPresent(name -> json.writeStringProperty("transport", name));
    session.httpSession().ifPresent(id -> json.writeStringProperty("httpSession", id));
    json.writeStringProperty("userId", session.user().value());
    json.writeStringProperty(
        "userName", directory.user(session.user()).map(User::userName).orElse(""));
    json.writeStringProperty("since", session.since().toString());
    json.writeStringProperty("lastHeard", session.lastHeard().toString());
    json.writeStringProperty("address", session.client().address());
    json.writeStringProperty("userAgent", session.client().userAgent());
    json.writeStringProperty("uri", url.uri(path));
    json.writeStringProperty("path", path);
    json.writeEndObject();
  }
}
