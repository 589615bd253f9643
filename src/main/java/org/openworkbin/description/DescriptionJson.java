package org.openworkbin.description;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The description as JSON. */
final class DescriptionJson {

  private DescriptionJson() {}

  static String text(Map<String, Object> document) {
    return new JsonMapper().writeValueAsString(document);
  }
}
