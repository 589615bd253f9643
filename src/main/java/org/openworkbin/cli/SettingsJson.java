package org.openworkbin.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The names of all settings, from the configuration metadata that the build makes. */
final class SettingsJson {
  private static final String FILE = "META-INF/spring-configuration-metadata.json";
  private static final String PREFIX = "open-workbin.";

  private SettingsJson() {}

  /** In the form {@code open-workbin.database.url}. */
  static Set<String> names() {
    try {
      Set<String> names = new HashSet<>();
      for (URL url : Collections.list(SettingsJson.class.getClassLoader().getResources(FILE))) {
        addNames(url, names);
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void addNames(URL url, Set<String> names) throws IOException {
    try (InputStream metadata = url.openStream()) {
      for (JsonNode property : JsonMapper.shared().readTree(metadata).path("properties")) {
        String name = property.path("name").asString("");
        if (name.startsWith(PREFIX)) {
          names.add(name);
        }
      }
    }
  }
}
