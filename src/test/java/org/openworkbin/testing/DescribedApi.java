package org.openworkbin.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.openworkbin.description.ApiDescription;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description of the API, against which everything is held that a real server says: every
 * client of this package shows it every answer and every message. Thread-safe.
 */
public final class DescribedApi {
  /** Resources that tests bring along, which are no part of the API. */
  private static final Set<String> TEST_RESOURCES =
      Set.of("echo", "fault", "away", "early", "midway", "large", "url", "repeat", "slow");

  /** The kind of the messages that tests make up to have something to tell. */
  private static final String TEST_MESSAGE = "Test";

  private static final String NOTIFICATIONS = "/api/v2/notifications";

  /** Headers that are there only where the description says so. */
  private static final List<String> TOLD_HEADERS =
      List.of(
          "Workbin-Hold",
          "Workbin-Item",
          "ETag",
          "Retry-After",
          "Allow",
          "Location",
          "WWW-Authenticate");

  private static final JsonMapper JSON = new JsonMapper();
  private static final DescribedApi OURS = new DescribedApi(ApiDescription.load().json());

  private final JsonNode document;
  private final DescribedSchemas schemas;
  private final List<DescribedPath> paths;

  private DescribedApi(String document) {
    this.document = JSON.readTree(document);
    this.schemas = new DescribedSchemas(document);
    this.paths =
        this.document.required("paths").properties().stream()
            .map(path -> new DescribedPath(path.getKey(), path.getValue(), this::resolved))
            .sorted(Comparator.comparingInt(DescribedPath::parameters))
            .toList();
  }

  /** The description that is served. */
  public static DescribedApi ours() {
    return OURS;
  }

  /** Every path of it, those with the fewest parameters first. */
  public List<DescribedPath> paths() {
    return paths;
  }

  /** The topics that can be subscribed to. */
  public List<String> topics() {
    return document.required("webhooks").properties().stream().map(each -> each.getKey()).toList();
  }

  /** The names of the operations that a POST there takes. */
  public List<String> operationNames(DescribedPath path) {
    return path.operation("POST")
        .map(post -> requestSchema(post).path("discriminator").path("mapping"))
        .map(mapping -> List.copyOf(mapping.propertyNames()))
        .orElse(List.of());
  }

  /** The members that an operation may have, or the body of a request that has no operations. */
  public Set<String> members(DescribedPath path, String method, String operationName) {
    JsonNode schema = path.operation(method).map(this::requestSchema).orElseThrow();
    JsonNode one = schema.path("discriminator").path("mapping").path(operationName);
    JsonNode meant = one.isMissingNode() ? schema : at(one.stringValue());
    return new LinkedHashSet<>(meant.path("properties").propertyNames());
  }

  /** Fails where the server says something that is not described. */
  public void check(Exchange exchange) {
    List<String> wrong = new ArrayList<>();
    if (isOfTheApi(exchange)) {
      Optional<JsonNode> operation = operation(exchange);
      checkAnswer(exchange, operation, wrong);
      if (exchange.isSuccess() && operation.isPresent()) {
        checkRequest(exchange, operation.get(), wrong);
        if (isBayeux(exchange)) {
          checkTold(JSON.readTree(exchange.body()), wrong);
        }
      }
    }
    if (!wrong.isEmpty()) {
      throw new AssertionError(
          "openapi.yaml says something else:\n  %s\nof %s"
              .formatted(String.join("\n  ", wrong), exchange));
    }
  }

  /** Fails where a frame of a WebSocket is not described, which holds Bayeux messages. */
  public void checkBayeux(String frame) {
    List<String> wrong = new ArrayList<>();
    try {
      JsonNode messages = JSON.readTree(frame);
      wrong.addAll(schemas.problems(bayeux(), messages));
      checkTold(messages, wrong);
    } catch (JacksonException malformed) {
      wrong.add("it is not JSON");
    }
    if (!wrong.isEmpty()) {
      throw new AssertionError(
          "openapi.yaml says something else:\n  %s\nof Bayeux messages: %s"
              .formatted(String.join("\n  ", wrong), frame));
    }
  }

  private JsonNode bayeux() {
    return paths.stream()
        .filter(path -> path.matches(NOTIFICATIONS))
        .findFirst()
        .flatMap(path -> path.operation("POST"))
        .orElseThrow()
        .at("/responses/200/content/application~1json/schema");
  }

  private static boolean isBayeux(Exchange exchange) {
    return exchange.method().equals("POST")
        && (exchange.path() + "/").startsWith(NOTIFICATIONS + "/");
  }

  /** Each message that tells something is one of its topic's. */
  private void checkTold(JsonNode messages, List<String> wrong) {
    for (JsonNode message : messages) {
      JsonNode data = message.path("data");
      if (data.isObject() && !data.path("messageType").asString("").equals(TEST_MESSAGE)) {
        String channel = message.path("channel").asString("");
        JsonNode webhook = document.required("webhooks").path(channel).path("post");
        if (webhook.isMissingNode()) {
          wrong.add("there is no such topic: " + channel);
        } else {
          wrong.addAll(schemas.problems(chosen(requestSchema(webhook), data, "messageType"), data));
        }
      }
    }
  }

  /**
   * All but the files of the page, and what only tests have; where that refuses, it does so as
   * everything does.
   */
  private static boolean isOfTheApi(Exchange exchange) {
    String path = exchange.path();
    return !exchange.method().equals("OPTIONS")
        && !path.equals("/")
        && !path.startsWith("/assets/")
        && (!exchange.isSuccess()
            || TEST_RESOURCES.stream()
                .noneMatch(name -> (path + "/").startsWith("/api/v2/" + name + "/")));
  }

  private Optional<JsonNode> operation(Exchange exchange) {
    String method = exchange.method().equals("HEAD") ? "GET" : exchange.method();
    return paths.stream()
        .filter(path -> path.matches(exchange.path()))
        .flatMap(path -> path.operation(method).stream())
        .findFirst();
  }

  private void checkAnswer(Exchange exchange, Optional<JsonNode> operation, List<String> wrong) {
    JsonNode responses =
        operation.orElse(document.required("x-every-operation")).required("responses");
    JsonNode response = responses.path(Integer.toString(exchange.status()));
    if (response.isMissingNode() && exchange.status() == 405) {
      response = document.at("/components/responses/WrongMethod");
    }
    if (response.isMissingNode()) {
      wrong.add(
          operation.isEmpty()
              ? "there is no such path or method"
              : "it is never answered with %d, but with %s"
                  .formatted(exchange.status(), String.join(", ", responses.propertyNames())));
      return;
    }
    response = resolved(response);
    checkHeaders(exchange, response.path("headers"), wrong);
    if (!exchange.method().equals("HEAD")) {
      checkBody(exchange, response.path("content"), wrong);
    }
  }

  private void checkHeaders(Exchange exchange, JsonNode described, List<String> wrong) {
    for (String name : TOLD_HEADERS) {
      JsonNode header = resolved(described.path(name));
      Optional<String> value = exchange.header(name);
      if (value.isPresent() && header.isMissingNode()) {
        wrong.add("it has no header " + name);
      } else if (value.isEmpty() && header.path("required").asBoolean(false)) {
        wrong.add("it needs the header " + name);
      } else if (value.isPresent()) {
        wrong.addAll(
            schemas.problems(header.required("schema"), JSON.valueToTree(value.get())).stream()
                .map(problem -> name + problem)
                .toList());
      }
    }
  }

  private void checkBody(Exchange exchange, JsonNode content, List<String> wrong) {
    if (content.isMissingNode()) {
      if (!exchange.body().isEmpty()) {
        wrong.add("it has no body");
      }
      return;
    }
    String type = exchange.header("Content-Type").orElse("").replaceFirst(";.*", "").strip();
    if (!content.has(type)) {
      wrong.add("its content type is not " + type);
      return;
    }
    JsonNode schema = content.required(type).path("schema");
    if (!schema.isMissingNode()) {
      try {
        wrong.addAll(schemas.problems(schema, JSON.readTree(exchange.body())));
      } catch (JacksonException malformed) {
        wrong.add("its body is not JSON");
      }
    }
  }

  /** What counts as absent is left out before it is looked at. */
  private void checkRequest(Exchange exchange, JsonNode operation, List<String> wrong) {
    JsonNode schema = requestSchema(operation);
    if (schema.isMissingNode() || exchange.requestBody().isEmpty()) {
      return;
    }
    JsonNode body = JSON.readTree(exchange.requestBody());
    if (body.isObject()) {
      List<String> absent =
          body.properties().stream()
              .filter(
                  member -> member.getValue().isNull() || member.getValue().asString("x").isEmpty())
              .map(member -> member.getKey())
              .toList();
      body = ((tools.jackson.databind.node.ObjectNode) body).remove(absent);
    }
    wrong.addAll(
        schemas.problems(chosen(schema, body, "operationName"), body).stream()
            .map(problem -> "request" + problem)
            .toList());
  }

  private JsonNode requestSchema(JsonNode operation) {
    return resolved(
        resolved(operation.path("requestBody"))
            .path("content")
            .path("application/json")
            .path("schema"));
  }

  /**
   * Of several that a discriminator tells apart the one that is meant, so that errors are clear.
   */
  private JsonNode chosen(JsonNode schema, JsonNode body, String property) {
    JsonNode mapping = schema.path("discriminator").path("mapping");
    if (mapping.isMissingNode()) {
      return schema;
    }
    JsonNode one = mapping.path(body.path(property).asString(""));
    return one.isMissingNode() ? schema : at(one.stringValue());
  }

  private JsonNode resolved(JsonNode node) {
    JsonNode ref = node.path("$ref");
    return ref.isMissingNode() || node.size() > 1 ? node : at(ref.stringValue());
  }

  private JsonNode at(String ref) {
    JsonNode found = document.at(ref.substring(1));
    if (found.isMissingNode()) {
      throw new AssertionError("openapi.yaml has no " + ref);
    }
    return found;
  }

  /**
   * A request and its answer.
   *
   * @param target path and query
   * @param requestBody "" where there was none
   */
  public record Exchange(
      String method,
      String target,
      String requestBody,
      int status,
      java.util.function.Function<String, Optional<String>> headers,
      String body) {

    String path() {
      String path = target.replaceFirst("[?#].*", "");
      return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    Optional<String> header(String name) {
      return headers.apply(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
      return "%s %s %s\n%d %s"
          .formatted(
              method,
              target,
              requestBody,
              status,
              body.length() > 4_000 ? body.substring(0, 4_000) + "…" : body);
    }
  }
}
