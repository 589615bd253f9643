package org.openworkbin.administration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardTest {

  @ParameterizedTest
  @CsvSource({
    "Ada, ada",
    "a*, Ada",
    "*a, Ada",
    "*d*, Ada",
    "a*a, Ada",
    "**, Ada",
    "'*', ''",
    "'', ''",
    "*ab*ab, xababab",
    "\u00dc*, \u00fcber",
  })
  void theWholeTextIsAsThePatternHasIt(String pattern, String text) {
    assertThat(new Wildcard(pattern).matches(text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "ad, Ada",
    "da, Ada",
    "a*d, Ada",
    "*b*, Ada",
    "a*a*a, aa",
    "'', Ada",
    ".*, Ada",
    "A?a, Ada",
  })
  void anythingElseIsNot(String pattern, String text) {
    assertThat(new Wildcard(pattern).matches(text)).isFalse();
  }

  /** Would not come to an end in any test's life if stars were tried in all combinations. */
  @Test
  void manyStarsAreNoWorkForAges() {
    assertThat(new Wildcard("*a".repeat(100) + "b").matches("a".repeat(255))).isFalse();
  }
}
