package org.openworkbin.http;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * One value of a field, as filters and sorts of lists compare it: filters by its text, sorts
 * numbers and moments by their size and before all other texts.
 *
 * @param text as it stands on the wire
 * @param size of a number or a moment
 */
public record FieldValue(String text, OptionalDouble size) implements Comparable<FieldValue> {

  /** A text. */
  public static FieldValue of(String text) {
    return new FieldValue(text, OptionalDouble.empty());
  }

  /** A number as it is written. */
  public static FieldValue ofNumber(String text) {
    return new FieldValue(text, OptionalDouble.of(Double.parseDouble(text)));
  }

  /** A moment as it is written. */
  public static FieldValue ofMoment(String text, Instant moment) {
    double seconds = moment.getEpochSecond() + moment.getNano() / 1e9;
    return new FieldValue(text, OptionalDouble.of(seconds));
  }

  @Override
  public int compareTo(FieldValue other) {
    if (size.isPresent() != other.size.isPresent()) {
      return size.isPresent() ? -1 : 1;
    }
    int bySize = Double.compare(size.orElse(0), other.size.orElse(0));
    return bySize != 0 ? bySize : text.compareTo(other.text);
  }
}
