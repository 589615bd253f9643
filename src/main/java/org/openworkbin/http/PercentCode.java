package org.openworkbin.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.refusal.RefusedException;

/** Percent-encoding of a query, read strictly: what is not UTF-8 is refused, never guessed. */
final class PercentCode {
  private PercentCode() {}

  /** The text that was encoded; {@code +} is a blank. */
  static String decode(String encoded) {
    if (encoded.indexOf('%') < 0) {
      return encoded.replace('+', ' ');
    }
    byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b == '%') {
        b = (byte) (hex(bytes, i + 1) << 4 | hex(bytes, i + 2));
        i += 2;
      } else if (b == '+') {
        b = ' ';
      }
      bytes[length++] = b;
    }
    try {
      ByteBuffer decoded = ByteBuffer.wrap(bytes, 0, length);
      return StandardCharsets.UTF_8.newDecoder().decode(decoded).toString();
    } catch (CharacterCodingException notUtf8) {
      throw malformed();
    }
  }

  private static int hex(byte[] bytes, int at) {
    int digit = at < bytes.length ? Character.digit(bytes[at], 16) : -1;
    if (digit < 0) {
      throw malformed();
    }
    return digit;
  }

  private static RefusedException malformed() {
    return new Refusal.Invalid("query", "The query is not well encoded").asException();
  }
}
