package org.openworkbin.directory;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The form of a thing as a JSON text. */
record ObjectFormJson(Map<String, Object> form) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** The same with a mark that the user's password is another one from now on. */
  ObjectFormJson withChangedPassword() {
    Map<String, Object> marked = new LinkedHashMap<>(form);
    marked.put("passwordChanged", true);
    return new ObjectFormJson(marked);
  }

  String text() {
    return JSON.writeValueAsString(form);
  }
}
