package org.openworkbin.http;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An origin, or several that differ in a part of their host names. What stands after a {@code *}
 * has to begin with a dot or a hyphen and to end with a label of its own, so that {@code
 * https://*.example.com} is no origin that somebody else can have.
 *
 * @param text in lower case, without a slash at its end
 */
record OriginPattern(String text, Pattern pattern) {
  private static final Pattern FORM =
      Pattern.compile(
          "[a-z][a-z0-9+.-]*://(?:(?:[a-z0-9.-]|\\*(?=[.-]))*[a-z0-9-]|\\[[0-9a-f:.]+])?"
              + "(?::[0-9]{1,5})?");
  private static final Pattern WILD_LABEL_AT_THE_END = Pattern.compile(".*\\*[^.]*(?::[0-9]+)?");

  /** A scheme, a host name as long as there can be one, and a port. */
  private static final int LONGEST = 300;

  private static final String ANY = "[a-z0-9.-]+";

  /** Empty where the text is no origin, or one that would allow everybody. */
  static Optional<OriginPattern> parse(String text) {
    String plain = plain(text);
    if (plain.length() > LONGEST) {
      return Optional.empty();
    }
    boolean nowhere = plain.equals("http://") || plain.equals("https://");
    if (nowhere
        || !FORM.matcher(plain).matches()
        || WILD_LABEL_AT_THE_END.matcher(plain).matches()) {
      return Optional.empty();
    }
    String[] parts = plain.split("\\*", -1);
    StringBuilder regex = new StringBuilder(Pattern.quote(parts[0]));
    for (int i = 1; i < parts.length; i++) {
      regex.append(ANY).append(Pattern.quote(parts[i]));
    }
    return Optional.of(new OriginPattern(plain, Pattern.compile(regex.toString())));
  }

  boolean matches(String origin) {
    return pattern.matcher(plain(origin)).matches();
  }

  static String plain(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    boolean slashAtEnd = lower.endsWith("/") && !lower.endsWith("://");
    return slashAtEnd ? lower.substring(0, lower.length() - 1) : lower;
  }
}
