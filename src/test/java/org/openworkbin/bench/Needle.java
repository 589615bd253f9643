package org.openworkbin.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** A short text that is looked for in bytes, in great steps (Horspool's). */
final class Needle {
  private final byte[] text;
  private final int[] steps = new int[256];

  Needle(String text) {
    this.text = text.getBytes(UTF_8);
    Arrays.fill(steps, this.text.length);
    for (int i = 0; i < this.text.length - 1; i++) {
      steps[this.text[i] & 0xFF] = this.text.length - 1 - i;
    }
  }

  /** How often it is there. */
  int count(byte[] bytes, int from, int end) {
    int count = 0;
    int at = from;
    while (at + text.length <= end) {
      if (Arrays.equals(bytes, at, at + text.length, text, 0, text.length)) {
        count++;
      }
      at += steps[bytes[at + text.length - 1] & 0xFF];
    }
    return count;
  }
}
