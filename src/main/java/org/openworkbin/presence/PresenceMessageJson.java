package org.openworkbin.presence;

import org.openworkbin.http.Members;
import org.openworkbin.http.MessageText;

/** A message about channels or devices; each text is the whole {@code data}. */
final class PresenceMessageJson {

  private PresenceMessageJson() {}

  static String of(String messageType, Members what) {
    return MessageText.of(json -> {
      json.writeStringProperty("messageType", messageType);
      what.write(json);
    });
  }
}
