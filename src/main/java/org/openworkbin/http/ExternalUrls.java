package org.openworkbin.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where clients find this server: as it is set, else as the request came. Thread-safe. */
@Component
public final class ExternalUrls {
  private static final String API = "/api/v2";

  private final Optional<ExternalUrl> fixed;

  ExternalUrls(HttpSettings settings) {
    this.fixed = fixed(settings);
  }

  /** The prefix as it is set, if it is. */
  static Optional<ExternalUrl> fixed(HttpSettings settings) {
    return settings.externalUrl().map(url -> new ExternalUrl(withoutApi(url)));
  }

  /** What the links in the answer to that request begin with. */
  public ExternalUrl of(HttpServletRequest request) {
    return fixed.orElseGet(() -> asItCame(request));
  }

  private static ExternalUrl asItCame(HttpServletRequest request) {
    String scheme = request.getScheme();
    int port = request.getServerPort();
    boolean usual = port == (scheme.equals("https") ? 443 : 80);
    return new ExternalUrl(scheme + "://" + request.getServerName() + (usual ? "" : ":" + port));
  }

  private static String withoutApi(String url) {
    String trimmed = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    return trimmed.endsWith(API) ? trimmed.substring(0, trimmed.length() - API.length()) : trimmed;
  }
}
