package org.openworkbin.session;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An array of origins; nothing where the text is something else. */
record OriginsJson(List<String> origins) {
  private static final JsonMapper JSON = new JsonMapper();

  OriginsJson {
    origins = List.copyOf(origins);
  }

  static OriginsJson read(String text) {
    List<String> origins = new ArrayList<>();
    try {
      for (JsonNode origin : JSON.readTree(text)) {
        if (origin.isString()) {
          origins.add(origin.stringValue());
        }
      }
    } catch (JacksonException notJson) {
      return new OriginsJson(List.of());
    }
    return new OriginsJson(origins);
  }
}
