package org.openworkbin.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A path of the description: its template, which paths it takes in, and its operations. */
public final class DescribedPath {
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE");

  private final String template;
  private final JsonNode item;
  private final Map<String, JsonNode> parameters = new LinkedHashMap<>();
  private final UnaryOperator<JsonNode> resolved;
  private final Pattern pattern;

  DescribedPath(String template, JsonNode item, UnaryOperator<JsonNode> resolved) {
    String server = item.path("servers").path(0).path("url").asString("/api/v2");
    this.template = (server.equals("/") ? "" : server) + template;
    this.item = item;
    this.resolved = resolved;
    List<JsonNode> described = new ArrayList<>();
    item.path("parameters").forEach(described::add);
    item.forEach(operation -> operation.path("parameters").forEach(described::add));
    described.stream()
        .map(resolved)
        .filter(parameter -> parameter.path("in").asString("").equals("path"))
        .forEach(parameter -> parameters.put(parameter.required("name").stringValue(), parameter));
    this.pattern = Pattern.compile(regex());
  }

  private String regex() {
    Matcher parameter = PARAMETER.matcher(template);
    StringBuilder regex = new StringBuilder();
    int at = 0;
    while (parameter.find()) {
      regex.append(Pattern.quote(template.substring(at, parameter.start())));
      regex.append('(').append(regex(schema(parameter.group(1)))).append(')');
      at = parameter.end();
    }
    return regex.append(Pattern.quote(template.substring(at))).toString();
  }

  private static String regex(JsonNode schema) {
    if (schema.has("enum")) {
      return String.join("|", texts(schema.get("enum")));
    }
    return schema.path("pattern").asString("[^/]+").replaceAll("^\\^|\\$$", "");
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.stringValue()));
    return texts;
  }

  private JsonNode schema(String parameter) {
    if (!parameters.containsKey(parameter)) {
      throw new AssertionError("openapi.yaml does not describe {" + parameter + "} of " + template);
    }
    return parameters.get(parameter).required("schema");
  }

  /** With its prefix, and names in braces for its parameters. */
  public String template() {
    return template;
  }

  /** The names in braces. */
  public Set<String> names() {
    return parameters.keySet();
  }

  /** The names of the parameters behind the question mark. */
  public Set<String> query(String method) {
    Set<String> names = new LinkedHashSet<>();
    operation(method)
        .map(operation -> operation.path("parameters"))
        .ifPresent(described ->
            described.forEach(each -> {
              JsonNode parameter = resolved.apply(each);
              if (parameter.path("in").asString("").equals("query")) {
                names.add(parameter.required("name").stringValue());
              }
            }));
    return names;
  }

  int parameters() {
    return parameters.size();
  }

  /** Whether it takes in that path. */
  boolean matches(String path) {
    return pattern.matcher(path).matches();
  }

  /** The methods that are described. */
  public List<String> methods() {
    return METHODS.stream().filter(method -> operation(method).isPresent()).toList();
  }

  Optional<JsonNode> operation(String method) {
    return item.optional(method.toLowerCase(Locale.ROOT));
  }

  /** The template with each parameter that has a closed set of values replaced by each of them. */
  public List<String> spelledOut() {
    List<String> all = List.of(template);
    for (String name : parameters.keySet()) {
      JsonNode values = schema(name).path("enum");
      if (!values.isMissingNode()) {
        all =
            all.stream()
                .flatMap(path ->
                    texts(values).stream().map(value -> path.replace("{" + name + "}", value)))
                .toList();
      }
    }
    return all;
  }

  @Override
  public String toString() {
    return template;
  }
}
