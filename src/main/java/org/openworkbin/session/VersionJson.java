package org.openworkbin.session;

import tools.jackson.core.JsonGenerator;

/** {@code version} of the program. */
record VersionJson(String version) {

  void write(JsonGenerator json) {
    json.writeStringProperty("version", version);
  }
}
