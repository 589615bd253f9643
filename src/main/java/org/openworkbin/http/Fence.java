package org.openworkbin.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalLong;
import org.openworkbin.refusal.Refusal;

/**
 * The number that a client was told when it got an interaction in hand, where it sends it back with
 * a write: as a header, or else as member {@code hold} of the body. It tells a holder from somebody
 * who was one before.
 */
public record Fence(OptionalLong hold) {
  /** Of a request that writes, and of the answer to one that brings an interaction into a hand. */
  public static final String HEADER = "Workbin-Hold";

  /** None was sent. */
  public static final Fence NONE = new Fence(OptionalLong.empty());

  static Fence of(HttpServletRequest request) {
    String header = request.getHeader(HEADER);
    return header == null || header.isBlank()
        ? new Fence(RequestBodies.json(request).number("hold"))
        : new Fence(OptionalLong.of(number(header.strip())));
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException _) {
      throw new Refusal.Invalid(HEADER, "The header " + HEADER + " has to be a whole number")
          .asException();
    }
  }
}
