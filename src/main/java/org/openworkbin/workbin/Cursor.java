package org.openworkbin.workbin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openworkbin.id.InteractionId;
import org.openworkbin.ledger.Position;
import org.openworkbin.refusal.Refusal;

/**
 * A position in a bin as clients carry it from the {@code next} of one page to the {@code after} of
 * the following one. Opaque to them.
 */
final class Cursor {
  private static final Pattern FORM = Pattern.compile("(-?[0-9]{1,10})\\.([0-9]{1,18})\\.(.+)");

  private Cursor() {}

  static String of(Position position) {
    return "%d.%d.%s".formatted(position.priority(), position.seq(), position.id().value());
  }

  static Position parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw invalid().asException();
    }
    try {
      return new Position(
          Integer.parseInt(parts.group(1)),
          Long.parseLong(parts.group(2)),
          InteractionId.parse(parts.group(3)).orElseThrow(() -> invalid().asException()));
    } catch (NumberFormatException tooLarge) {
      throw invalid().asException();
    }
  }

  private static Refusal invalid() {
    return new Refusal.OutOfRange("after", "The parameter after has to be the next of a page.");
  }
}
