package org.openworkbin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Compares JSON with golden files: keys, values, JSON types and nulls; the order of keys aside. */
public final class Golden {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Golden() {}

  /** Fails unless the JSON is that of {@code golden/<name>.json}. */
  public static void assertSame(String json, String name) {
    assertSame(MAPPER.readTree(json), name);
  }

  /** Fails unless the JSON is that of {@code golden/<name>.json}. */
  public static void assertSame(JsonNode json, String name) {
    assertThat(json.toPrettyString()).isEqualTo(sortedLike(json, read(name)));
  }

  /** The JSON without some of its top members. */
  public static JsonNode without(String json, String... members) {
    ObjectNode object = (ObjectNode) MAPPER.readTree(json);
    for (String member : members) {
      assertThat(object.remove(member)).as(member).isNotNull();
    }
    return object;
  }

  /** The JSON of {@code golden/<name>.json}. */
  public static JsonNode read(String name) {
    try (InputStream file = Golden.class.getResourceAsStream("/golden/" + name + ".json")) {
      assertThat(file).as("golden file " + name).isNotNull();
      return MAPPER.readTree(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The expected text, with the keys in the actual order where both are equal. */
  private static String sortedLike(JsonNode actual, JsonNode expected) {
    return actual.equals(expected) ? actual.toPrettyString() : expected.toPrettyString();
  }
}
