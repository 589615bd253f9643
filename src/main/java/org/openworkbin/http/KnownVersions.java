package org.openworkbin.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * The versions of a resource that a client has already: its {@code If-None-Match}.
 *
 * @param ifNoneMatch the header; empty where the client sent none
 */
public record KnownVersions(Optional<String> ifNoneMatch) {

  static KnownVersions of(HttpServletRequest request) {
    return new KnownVersions(Optional.ofNullable(request.getHeader("If-None-Match")));
  }

  /** Whether the client named any, so that it pays to look before reading. */
  public boolean any() {
    return ifNoneMatch.isPresent();
  }

  /** Whether that tag, quotes included, is among them. */
  public boolean contains(String tag) {
    String known = ifNoneMatch.orElse("").strip();
    if (known.equals("*")) {
      return true;
    }
    for (String entry : known.split(",", -1)) {
      String strong = entry.strip();
      if (strong.equals(tag) || strong.equals("W/" + tag)) {
        return true;
      }
    }
    return false;
  }
}
