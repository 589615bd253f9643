package org.openworkbin.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;

/**
 * The version of a resource that a change is meant for: its {@code If-Match}.
 *
 * @param ifMatch the header; empty where the client sent none, and any version will do
 */
public record ExpectedVersion(Optional<String> ifMatch) {

  static ExpectedVersion of(HttpServletRequest request) {
    return new ExpectedVersion(Optional.ofNullable(request.getHeader("If-Match")));
  }

  /** Any version will do. */
  public static ExpectedVersion any() {
    return new ExpectedVersion(Optional.empty());
  }

  /** Whether the change is meant for the version with that tag, quotes included. */
  public boolean allows(String tag) {
    return ifMatch.isEmpty()
        || ifMatch.get().strip().equals("*")
        || Arrays.stream(ifMatch.get().split(",", -1)).map(String::strip).anyMatch(tag::equals);
  }
}
