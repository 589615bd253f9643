package org.openworkbin.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpHeaders;

/**
 * Tells requests that another site may have made a browser send: they change something, and the
 * browser adds by itself what logs them in. That is the cookie, and Basic once the browser was
 * challenged for it; a Bearer token no browser ever adds.
 */
final class Forgeable {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final String BASIC = "basic ";

  private Forgeable() {}

  /**
   * Whether the request is one.
   *
   * @param challenge whether browsers are challenged for Basic credentials
   */
  static boolean is(HttpServletRequest request, boolean challenge) {
    return !SAFE.contains(request.getMethod()) && isByItself(request, challenge);
  }

  private static boolean isByItself(HttpServletRequest request, boolean challenge) {
    String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
    return credentials == null
        || (challenge && credentials.regionMatches(true, 0, BASIC, 0, BASIC.length()));
  }
}
