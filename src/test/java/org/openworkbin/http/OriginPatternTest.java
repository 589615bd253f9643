package org.openworkbin.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginPatternTest {

  @ParameterizedTest
  @CsvSource({
    "https://desk.example.com, https://desk.example.com",
    "https://Desk.Example.com/, HTTPS://desk.example.COM",
    "http://localhost:8080, http://localhost:8080",
    "http://[::1]:8080, http://[::1]:8080",
    "file://, file://",
    "https://*.example.com, https://desk.example.com",
    "https://*.example.com, https://a.desk-1.example.com",
    "https://desk-*.example.com:8443, https://desk-12.example.com:8443",
    "https://*.desk.*.example.com, https://a.desk.b.example.com"
  })
  void originsMatch(String pattern, String origin) {
    assertThat(OriginPattern.parse(pattern).orElseThrow().matches(origin)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://desk.example.com, http://desk.example.com",
    "https://desk.example.com, https://desk.example.com:8443",
    "https://desk.example.com, https://desk.example.com.evil.org",
    "https://desk.example.com, https://deskxexample.com",
    "https://*.example.com, https://example.com",
    "https://*.example.com, https://evilexample.com",
    "https://*.example.com, https://evil.org/.example.com",
    "https://*.example.com, https://evil.org:80.example.com",
    "https://*.example.com, https://x@evil.org.example.com",
    "https://*.example.com, https://desk.example.com:8443",
    "https://*.example.com, null"
  })
  void othersDoNot(String pattern, String origin) {
    assertThat(OriginPattern.parse(pattern).orElseThrow().matches(origin)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "null",
        "",
        "https://*",
        "https://",
        "https://*:443",
        "https://*example.com",
        "https://example.*",
        "https://example.com*",
        "https://www.*-com",
        "*://example.com",
        "https://example.com:*",
        "https://example.com/path",
        "https://user@example.com",
        "example.com",
        "https://example.com https://other.example.com"
      })
  void whatIsNoOriginOrWouldAllowEverybodyIsNone(String text) {
    assertThat(OriginPattern.parse(text)).isEmpty();
    assertThat(AllowedOrigins.isOrigin(text)).isFalse();
  }

  @Test
  void whatIsLongerThanAnyOriginIsNone() {
    assertThat(OriginPattern.parse("https://" + "a".repeat(5_000) + ".example")).isEmpty();
  }
}
