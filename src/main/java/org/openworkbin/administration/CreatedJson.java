package org.openworkbin.administration;

import org.openworkbin.http.ExternalUrl;
import tools.jackson.core.JsonGenerator;

/**
 * What tells of a resource that was created.
 *
 * @param path of the collection that it is in
 */
record CreatedJson(ExternalUrl url, String path, String id) {

  /** The same of an object of platform configuration, whose id is a number. */
  void writeNumbered(JsonGenerator json) {
    json.writeStringProperty("DBID", id);
    write(json);
  }

  void write(JsonGenerator json) {
    json.writeStringProperty("id", id);
    json.writeStringProperty("uri", url.uri(path + "/" + id));
  }
}
