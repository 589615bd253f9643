package org.openworkbin.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A whole answer as text, to be kept and given again: {@code
 * {"http":409,"headers":{"X":"1"},"body":{…}}}. The body is given again byte for byte.
 */
public final class KeptAnswerJson {
  private static final String BODY = ",\"body\":";

  private KeptAnswerJson() {}

  /** The text of an answer that is not streamed. Does not block and does not throw. */
  public static String text(Answer answer) {
    StringBuilder text = new StringBuilder("{\"http\":").append(answer.httpStatus());
    if (!answer.headers().isEmpty()) {
      text.append(",\"headers\":").append(JsonText.mapper().writeValueAsString(answer.headers()));
    }
    String body = new String(answer.bytes(), StandardCharsets.UTF_8);
    return text.append(BODY).append(body).append('}').toString();
  }

  /** The answer that this text was made of. */
  static Answer answer(String text) {
    int httpStatus = 0;
    Map<String, String> headers = new LinkedHashMap<>();
    try (JsonParser json = JsonText.mapper().createParser(text)) {
      json.nextToken();
      for (String name = json.nextName(); name != null; name = json.nextName()) {
        if (name.equals("body")) {
          json.nextToken();
          int start = Math.toIntExact(json.currentTokenLocation().getCharOffset());
          return Answer.rendered(httpStatus, headers, text.substring(start, text.length() - 1));
        }
        if (json.nextToken() == JsonToken.START_OBJECT) {
          for (String header = json.nextName(); header != null; header = json.nextName()) {
            headers.put(header, json.nextStringValue());
          }
        } else {
          httpStatus = json.getIntValue();
        }
      }
    }
    throw new IllegalStateException("a kept answer without a body");
  }
}
