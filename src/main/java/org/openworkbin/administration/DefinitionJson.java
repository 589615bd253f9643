package org.openworkbin.administration;

import java.util.Collection;
import org.openworkbin.directory.DirectoryObject;
import org.openworkbin.directory.Feature;
import org.openworkbin.directory.Workbin;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Members;
import tools.jackson.core.JsonGenerator;

/**
 * Definitions of workbins, queues and features on the wire.
 *
 * @param path of the collection that they are in
 */
record DefinitionJson(ExternalUrl url, String path) {

  /** The array of that name. */
  Members list(String name, Collection<? extends DirectoryObject> objects) {
    return json -> {
      json.writeName(name);
      json.writeStartArray();
      for (DirectoryObject object : objects) {
        json.writeStartObject();
        write(json, object);
        json.writeEndObject();
      }
      json.writeEndArray();
    };
  }

  /** One of them. */
  Members one(String name, DirectoryObject object) {
    return json -> {
      json.writeName(name);
      json.writeStartObject();
      write(json, object);
      json.writeEndObject();
    };
  }

  /** The known features, and which of them are switched on. */
  static Members switches(Collection<Feature> on) {
    return json -> {
      json.writeName("features");
      json.writeStartArray();
      for (Feature feature : Feature.values()) {
        json.writeStartObject();
        json.writeStringProperty("id", feature.id());
        json.writeStringProperty("displayName", feature.displayName());
        json.writeStringProperty("description", feature.description());
        json.writeBooleanProperty("enabled", on.contains(feature));
        json.writeEndObject();
      }
      json.writeEndArray();
    };
  }

  private void write(JsonGenerator json, DirectoryObject object) {
    json.writeStringProperty("id", object.key().id());
    json.writeStringProperty("name", object.label());
    if (object instanceof Workbin workbin) {
      json.writeStringProperty("displayName", workbin.displayName());
      json.writeStringProperty("type", workbin.ownerKind().wireName());
    }
    json.writeStringProperty("uri", url.uri(path + "/" + object.key().id()));
  }
}
