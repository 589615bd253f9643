package org.openworkbin.center;

import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes the members that an interaction has by its medium, beside the common ones, as the JSON
 * text that the ledger takes.
 */
final class AttributesJson {
  private final StringWriter text = new StringWriter();
  private final JsonGenerator json =
      new JsonFactory().createGenerator(ObjectWriteContext.empty(), text);

  AttributesJson() {
    json.writeStartObject();
  }

  void add(String name, String value) {
    json.writeStringProperty(name, value);
  }

  void add(String name, List<String> values) {
    json.writeName(name);
    json.writeStartArray();
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  String end() {
    json.writeEndObject();
    json.close();
    return text.toString();
  }
}
