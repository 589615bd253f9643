package org.openworkbin.administration;

import java.util.Locale;

/**
 * A text in which {@code *} stands for any characters, compared without regard to upper and lower
 * case. Takes time for the product of both lengths at most, whatever the pattern.
 */
final class Wildcard {
  private final String pattern;

  Wildcard(String pattern) {
    this.pattern = pattern.toLowerCase(Locale.ROOT);
  }

  /** Whether the whole text is as the pattern has it. */
  boolean matches(String anyCase) {
    String text = anyCase.toLowerCase(Locale.ROOT);
    int p = 0;
    int star = -1;
    int resume = 0;
    for (int t = 0; t < text.length(); ) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = t;
      } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resume; // the last star takes one character more
      } else {
        return false;
      }
    }
    return pattern.substring(p).chars().allMatch(c -> c == '*');
  }
}
