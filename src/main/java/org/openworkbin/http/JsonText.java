package org.openworkbin.http;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as text: how bodies are read and answers are written. */
final class JsonText {
  private static final int SMALL = 256;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  // What fails midway must neither be completed nor look as if it were.
                  .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
                  .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                  .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private JsonText() {}

  static JsonMapper mapper() {
    return MAPPER;
  }

  static JsonGenerator generator(OutputStream out) {
    return MAPPER.createGenerator(out);
  }

  /** The object with those members. */
  static byte[] object(Members members) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(SMALL);
    try (JsonGenerator json = generator(bytes)) {
      json.writeStartObject();
      members.write(json);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /** The object with that {@code statusCode} and those members. */
  static byte[] object(int statusCode, Members members) {
    return object(json -> writeMembers(json, statusCode, members));
  }

  static void write(JsonGenerator json, int statusCode, Members members) {
    json.writeStartObject();
    writeMembers(json, statusCode, members);
    json.writeEndObject();
  }

  private static void writeMembers(JsonGenerator json, int statusCode, Members members) {
    json.writeNumberProperty("statusCode", statusCode);
    members.write(json);
  }
}
