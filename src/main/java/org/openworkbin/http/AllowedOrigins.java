package org.openworkbin.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Whose pages may call: this server's own, those of the settings, and those of the contact centre.
 * One list for calls, long polls and WebSockets. Thread-safe.
 */
@Component
public final class AllowedOrigins {
  private final List<OriginPattern> settings;
  private final Optional<String> external;
  private final List<OriginList> lists;

  /** The patterns of the lists as they were asked last: parsing them costs more than asking. */
  private volatile Parsed parsed = new Parsed(List.of(), List.of());

  AllowedOrigins(CorsSettings settings, HttpSettings http, ObjectProvider<OriginList> lists) {
    this.settings = patterns(settings.allowedOrigins());
    this.external = http.externalUrl().map(AllowedOrigins::origin);
    this.lists = lists.orderedStream().toList();
  }

  /** Whether that is an origin, or a pattern of several, that may be put on a list. */
  public static boolean isOrigin(String text) {
    return OriginPattern.parse(text).isPresent();
  }

  /** Whether pages of that origin are among those that are listed. */
  boolean isListed(String origin) {
    return matches(settings, origin) || matches(further(), origin);
  }

  /** Whether the request comes from a listed origin or this server's own, or from no browser. */
  public boolean allow(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    return origin == null || isOwn(request, origin) || isListed(origin);
  }

  /**
   * Browsers say themselves what is of the same origin, which helps where a proxy changes the host;
   * no page can make them say so.
   */
  private boolean isOwn(HttpServletRequest request, String origin) {
    String plain = OriginPattern.plain(origin);
    return "same-origin".equals(request.getHeader("Sec-Fetch-Site"))
        || external.filter(plain::equals).isPresent()
        || isOf(plain, request.getHeader("Host"));
  }

  private static boolean isOf(String origin, @Nullable String host) {
    return host != null && origin.endsWith("://" + OriginPattern.plain(host));
  }

  private List<OriginPattern> further() {
    List<String> texts = lists.stream().flatMap(list -> list.origins().stream()).toList();
    Parsed known = parsed;
    if (!known.texts().equals(texts)) {
      known = new Parsed(texts, patterns(texts));
      parsed = known;
    }
    return known.patterns();
  }

  private static List<OriginPattern> patterns(Collection<String> texts) {
    return texts.stream().flatMap(text -> OriginPattern.parse(text).stream()).toList();
  }

  private static boolean matches(List<OriginPattern> patterns, String origin) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(origin));
  }

  private static String origin(String url) {
    URI uri = URI.create(url);
    return OriginPattern.plain(uri.getScheme() + "://" + uri.getRawAuthority());
  }

  private record Parsed(List<String> texts, List<OriginPattern> patterns) {}
}
