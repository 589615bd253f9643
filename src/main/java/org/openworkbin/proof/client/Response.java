package org.openworkbin.proof.client;

import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What became of a request. */
public sealed interface Response {

  /**
   * An answer.
   *
   * @param text the body, "" where there is none
   */
  record Reply(int status, Head head, String text) implements Response {
    private static final JsonMapper JSON = new JsonMapper();

    /** The body as JSON; a missing node where it is none. */
    public JsonNode json() {
      try {
        return text.isEmpty() ? JSON.missingNode() : JSON.readTree(text);
      } catch (JacksonException _) {
        return JSON.missingNode();
      }
    }

    /** {@code statusCode} of the envelope; -1 where there is none. */
    public int code() {
      return json().path("statusCode").asInt(-1);
    }

    /** The first header of that name, or "". */
    public String header(String name) {
      return head.first(name);
    }

    /** Whether it is a 200 with code 0, looked for without reading the whole of it. */
    public boolean isDone() {
      return status == 200
          && (text.startsWith("{\"statusCode\":0,") || text.startsWith("{\"statusCode\":0}"));
    }
  }

  /** None: nobody knows whether the request was carried out. */
  record NoReply(IOException cause) implements Response {}

  /** The reply, or an exception that says what was asked for where there is none. */
  default Reply orThrow(String asked) {
    return switch (this) {
      case Reply reply -> reply;
      case NoReply none ->
          throw new UnusableServerException(
              "no answer to " + asked + ": " + none.cause(), none.cause());
    };
  }
}
