package org.openworkbin.description;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The description and the pages that show it, by their path below {@code /api/v2/}. Each is made
 * when it is first asked for, because most servers never are. Thread-safe.
 */
final class Pages {
  private static final String SWAGGER_UI = "classpath*:/META-INF/resources/webjars/swagger-ui/*/";
  private static final String OURS = "classpath*:/docs/";

  private final Map<String, Supplier<Page>> sources =
      Map.of(
          "openapi.yaml",
              () -> Page.of("application/yaml; charset=utf-8", ApiDescription.load().yaml()),
          "openapi.json", () -> Page.of("application/json", ApiDescription.load().json()),
          "docs/index.html", () -> file("text/html; charset=utf-8", OURS + "index.html"),
          "docs/start.js", () -> file("text/javascript; charset=utf-8", OURS + "start.js"),
          "docs/swagger-ui.css",
              () -> file("text/css; charset=utf-8", SWAGGER_UI + "swagger-ui.css"),
          "docs/swagger-ui-bundle.js",
              () -> file("text/javascript; charset=utf-8", SWAGGER_UI + "swagger-ui-bundle.js"),
          "docs/favicon-32x32.png", () -> file("image/png", SWAGGER_UI + "favicon-32x32.png"));
  private final Map<String, Page> made = new ConcurrentHashMap<>();

  /** What is at that path. */
  Optional<Page> at(String path) {
    return Optional.ofNullable(sources.get(path))
        .map(source -> made.computeIfAbsent(path, _ -> source.get()));
  }

  private static Page file(String contentType, String pattern) {
    try {
      Resource[] found = new PathMatchingResourcePatternResolver().getResources(pattern);
      if (found.length != 1) {
        throw new IllegalStateException("expected one " + pattern + ", not " + found.length);
      }
      return Page.of(contentType, found[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
