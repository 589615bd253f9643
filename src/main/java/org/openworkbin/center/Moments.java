package org.openworkbin.center;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a contact-centre file says when something was. */
final class Moments {
  private static final DateTimeFormatter WIRE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSxx", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern AGE =
      Pattern.compile("(?:(\\d{1,4})d)? ?(?:(\\d{1,4})h)? ?(?:(\\d{1,4})m)? ?(?:(\\d{1,4})s)?");

  private Moments() {}

  /** A date in the form of the wire, {@code 2016-04-08 15:05:57.000+0300}. */
  static Optional<OffsetDateTime> date(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text, WIRE));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** What was that age ago, {@code 2h 15m}; of days, hours, minutes and seconds, at least one. */
  static Optional<OffsetDateTime> ago(String age, Instant now) {
    Matcher parts = AGE.matcher(age.strip());
    if (age.isBlank() || !parts.matches()) {
      return Optional.empty();
    }
    Duration ago =
        Duration.ofDays(number(parts, 1))
            .plusHours(number(parts, 2))
            .plusMinutes(number(parts, 3))
            .plusSeconds(number(parts, 4));
    return Optional.of(now.minus(ago).atOffset(ZoneOffset.UTC));
  }

  /** A date in the form of the wire. */
  static String text(OffsetDateTime date) {
    return WIRE.format(date);
  }

  private static long number(Matcher parts, int group) {
    String digits = parts.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
