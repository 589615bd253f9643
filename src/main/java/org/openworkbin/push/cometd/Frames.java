package org.openworkbin.push.cometd;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts an array of messages into arrays that clients take: many of them, CometD's own for Java
 * among them, close a WebSocket on which a text of more than 64 KiB comes. A single message that is
 * larger goes alone.
 */
final class Frames {
  private static final int LARGEST = 64 * 1024 - 1;

  /** No character takes more bytes than that in UTF-8 for each {@code char}. */
  private static final int BYTES_PER_CHAR = 3;

  private Frames() {}

  /** The texts to send one after the other; the text itself where it is small enough. */
  static List<String> of(String array) {
    if (array.length() <= LARGEST / BYTES_PER_CHAR) {
      return List.of(array);
    }
    List<String> frames = new ArrayList<>();
    StringBuilder frame = new StringBuilder("[");
    int bytes = 2;
    for (String message : messages(array)) {
      int more = bytes(message) + 1;
      if (bytes + more > LARGEST && frame.length() > 1) {
        frames.add(frame.append(']').toString());
        frame = new StringBuilder("[");
        bytes = 2;
      }
      if (frame.length() > 1) {
        frame.append(',');
      }
      frame.append(message);
      bytes += more;
    }
    frames.add(frame.append(']').toString());
    return frames;
  }

  /** The elements of a JSON array that this server wrote. */
  private static List<String> messages(String array) {
    List<String> messages = new ArrayList<>();
    int start = 1;
    int depth = 0;
    boolean quoted = false;
    for (int i = 1; i < array.length(); i++) {
      char c = array.charAt(i);
      if (quoted) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (depth == 0 && (c == ',' || c == ']')) {
        messages.add(array.substring(start, i));
        start = i + 1;
      } else if (c == '}' || c == ']') {
        depth--;
      }
    }
    return messages;
  }

  private static int bytes(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : BYTES_PER_CHAR;
    }
    return bytes;
  }
}
