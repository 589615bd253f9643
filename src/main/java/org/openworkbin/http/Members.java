package org.openworkbin.http;

import tools.jackson.core.JsonGenerator;

/**
 * Writes members of a JSON object that is already open, and leaves it open. A class named {@code
 * …Json} offers such a method; nobody else needs to see the generator.
 */
@FunctionalInterface
public interface Members {
  void write(JsonGenerator json);
}
