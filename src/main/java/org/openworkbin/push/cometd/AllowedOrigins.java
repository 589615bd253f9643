package org.openworkbin.push.cometd;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose pages may open a WebSocket. A browser sends the user's cookie with every WebSocket,
 * whatever page opens it, and asks nobody; the server has to look at the page's origin itself.
 */
final class AllowedOrigins {
  private final Set<String> origins;

  AllowedOrigins(List<String> origins, Optional<String> externalUrl) {
    this.origins =
        Stream.concat(origins.stream(), externalUrl.map(AllowedOrigins::origin).stream())
            .map(AllowedOrigins::plain)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** True where the origin is listed or this server's own, or where there is none: no browser. */
  boolean allow(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    if (origin == null) {
      return true;
    }
    String host = request.getHeader("Host");
    return origins.contains(plain(origin))
        || (host != null && plain(origin).endsWith("://" + plain(host)));
  }

  private static String origin(String url) {
    URI uri = URI.create(url);
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  private static String plain(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    return lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
