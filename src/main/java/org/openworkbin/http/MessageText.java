package org.openworkbin.http;

import java.nio.charset.StandardCharsets;

/** The text of a message that is made once and sent many times. */
public final class MessageText {

  private MessageText() {}

  /** A JSON object with those members. */
  public static String of(Members members) {
    return new String(JsonText.object(members), StandardCharsets.UTF_8);
  }
}
