package org.openworkbin.presence;

import tools.jackson.core.JsonGenerator;

/** {@code calls}: there is no telephony, and clients ask for them. */
final class CallsJson {

  private CallsJson() {}

  static void write(JsonGenerator json) {
    writeNone(json, "calls");
  }

  static void writeUris(JsonGenerator json) {
    writeNone(json, "uris");
  }

  private static void writeNone(JsonGenerator json, String name) {
    json.writeArrayPropertyStart(name);
    json.writeEndArray();
  }
}
