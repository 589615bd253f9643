package org.openworkbin.description;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The description of the API: the parts in the folder {@code openapi} of the class path as one
 * document of OpenAPI 3.1. A part adds tags, paths, webhooks and components; all else stands in
 * {@code openapi.yaml}. What any request may be answered with stands there once and is added to
 * every operation. Immutable.
 */
public final class ApiDescription {
  private static final String PARTS = "classpath:/openapi/*.yaml";
  private static final String ROOT = "openapi.yaml";
  private static final String EVERY_OPERATION = "x-every-operation";
  private static final int MOST_ALIASES = 10_000;
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final Map<String, Object> document;

  private ApiDescription(Map<String, Object> document) {
    this.document = document;
  }

  /** Reads the parts; they are ours, so that one that is wrong is a fault. */
  public static ApiDescription load() {
    Map<String, Object> document = new LinkedHashMap<>();
    for (Resource part : parts()) {
      merge(document, read(part), 0);
    }
    Map<String, Object> common = object(document.get(EVERY_OPERATION));
    addToOperations(object(document.get("paths")), object(common.get("responses")));
    return new ApiDescription(object(copy(document)));
  }

  private static List<Resource> parts() {
    try {
      return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(PARTS))
          .sorted(
              Comparator.comparing((Resource part) -> !ROOT.equals(part.getFilename()))
                  .thenComparing(part -> String.valueOf(part.getFilename())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> read(Resource part) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(MOST_ALIASES);
    options.setAllowDuplicateKeys(false);
    try (InputStream text = part.getInputStream()) {
      return object(new Yaml(new SafeConstructor(options)).load(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Paths are put together method by method, components of a kind name by name. */
  private static void merge(Map<String, Object> into, Map<String, Object> part, int depth) {
    part.forEach((name, value) -> {
      Object there = into.get(name);
      if (there == null) {
        into.put(name, value);
      } else if (depth == 0 && there instanceof List<?> list && value instanceof List<?> more) {
        into.put(name, Stream.concat(list.stream(), more.stream()).distinct().toList());
      } else if (depth < 2 && there instanceof Map<?, ?> && value instanceof Map<?, ?>) {
        Map<String, Object> both = new LinkedHashMap<>(object(there));
        merge(both, object(value), depth + 1);
        into.put(name, both);
      } else if (!there.equals(value)) {
        throw new IllegalStateException("two parts of the description have " + name);
      }
    });
  }

  private static void addToOperations(Map<String, Object> paths, Map<String, Object> responses) {
    for (Object path : paths.values()) {
      object(path)
          .forEach((method, operation) -> {
            if (METHODS.contains(method)) {
              responses.forEach(object(object(operation).get("responses"))::putIfAbsent);
            }
          });
    }
  }

  /** Shares nothing with itself, so that it is written without anchors. */
  private static Object copy(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((name, member) -> copy.put((String) name, copy(member)));
        yield copy;
      }
      case List<?> list -> {
        List<Object> copy = new ArrayList<>();
        list.forEach(entry -> copy.add(copy(entry)));
        yield copy;
      }
      default -> value;
    };
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(@Nullable Object value) {
    return (Map<String, Object>) Objects.requireNonNull(value);
  }

  /** The document as YAML. */
  public String yaml() {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setWidth(120);
    return new Yaml(options).dump(document);
  }

  /** The document as JSON. */
  public String json() {
    return DescriptionJson.text(document);
  }
}
