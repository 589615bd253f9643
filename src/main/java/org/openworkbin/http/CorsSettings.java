package org.openworkbin.http;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which pages of other origins may call, and what they may send and read. The contact centre's
 * setting {@code allowedOrigins} in the group {@code access-control} adds origins to these.
 *
 * @param allowedOrigins like {@code https://desktop.example.com}; in a host name {@code *} stands
 *     for any letters, digits, hyphens and dots, as in {@code https://*.example.com}
 * @param allowedMethods what a pre-flight says may be done
 * @param allowedHeaders what a pre-flight says may be sent; the CSRF header always may
 * @param exposedHeaders which headers of an answer the page may read
 * @param allowCredentials whether browsers may send cookies along
 * @param maxAge how long browsers may remember a pre-flight's answer
 */
@ConfigurationProperties("open-workbin.cors")
public record CorsSettings(
    @DefaultValue List<String> allowedOrigins,
    @DefaultValue({"GET", "POST", "PUT", "DELETE", "OPTIONS"}) List<String> allowedMethods,
    @DefaultValue({
          "X-Requested-With",
          "Content-Type",
          "Accept",
          "Origin",
          "Cookie",
          "Authorization",
          "ssid",
          "surl",
          "ContactCenterId",
          "X-CSRF-TOKEN",
          "X-CSRF-HEADER",
          "Idempotency-Key",
          "If-Match",
          "If-None-Match",
          "Workbin-Hold"
        })
        List<String> allowedHeaders,
    @DefaultValue({
          "X-CSRF-HEADER",
          "X-CSRF-TOKEN",
          "ETag",
          "Retry-After",
          "Workbin-Hold",
          "Workbin-Item"
        })
        List<String> exposedHeaders,
    @DefaultValue("true") boolean allowCredentials,
    @DefaultValue("30m") Duration maxAge) {
  public CorsSettings {
    for (String origin : allowedOrigins) {
      if (OriginPattern.parse(origin).isEmpty()) {
        throw new IllegalArgumentException(
            "open-workbin.cors.allowed-origins: \"" + origin + "\" is no origin");
      }
    }
    allowedOrigins = List.copyOf(allowedOrigins);
    allowedMethods = List.copyOf(allowedMethods);
    allowedHeaders = List.copyOf(allowedHeaders);
    exposedHeaders = List.copyOf(exposedHeaders);
  }
}
