package org.openworkbin.administration;

import java.util.Map;
import org.openworkbin.directory.Annex;
import org.openworkbin.http.Members;
import org.openworkbin.http.Selection;
import tools.jackson.core.JsonGenerator;

/** The answers that a desktop wants to have seen; empty where there is nothing. */
final class DesktopJson {
  private static final String BUSINESS_ATTRIBUTES = "businessAttributes";

  private DesktopJson() {}

  /** {@code settings}: an object of objects. */
  static Members settings(Annex annex) {
    return json -> {
      json.writeObjectPropertyStart("settings");
      annex.sections().forEach((section, options) -> write(json, section, options));
      json.writeEndObject();
    };
  }

  /** {@code settings}: the texts of one section. */
  static Members section(Annex annex, String section) {
    return json -> write(json, "settings", texts(annex, section));
  }

  static Members contactCenter(String id, Selection subresources) {
    return json -> {
      json.writeObjectPropertyStart("contactCenter");
      json.writeStringProperty("id", id);
      if (subresources.has(BUSINESS_ATTRIBUTES)) {
        businessAttributes().write(json);
      }
      json.writeEndObject();
    };
  }

  static Members businessAttributes() {
    return json -> {
      json.writeArrayPropertyStart(BUSINESS_ATTRIBUTES);
      json.writeEndArray();
    };
  }

  private static Map<String, String> texts(Annex annex, String section) {
    Map<String, String> texts = annex.sections().get(section);
    return texts == null ? Map.of() : texts;
  }

  private static void write(JsonGenerator json, String name, Map<String, String> texts) {
    json.writeObjectPropertyStart(name);
    texts.forEach(json::writeStringProperty);
    json.writeEndObject();
  }
}
