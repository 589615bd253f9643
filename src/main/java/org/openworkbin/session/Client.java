package org.openworkbin.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * What sent a request.
 *
 * @param address of the machine, or of the proxy before it where none is trusted
 * @param userAgent what it calls itself, cut where it is long; may be empty
 * @param guarded whether it asks for CSRF protection, whatever the setting says
 */
record Client(String address, String userAgent, boolean guarded) {
  private static final int LONGEST_NAME = 255;

  Client {
    userAgent = userAgent.substring(0, Math.min(userAgent.length(), LONGEST_NAME));
  }

  Client(String address, String userAgent) {
    this(address, userAgent, false);
  }

  static Client of(HttpServletRequest request) {
    String name = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
    boolean guarded =
        SessionCookies.CSRF_HEADER.equals(request.getHeader(SessionCookies.CSRF_HEADER_NAME));
    return new Client(request.getRemoteAddr(), name, guarded);
  }
}
