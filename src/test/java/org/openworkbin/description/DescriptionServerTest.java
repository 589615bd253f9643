package org.openworkbin.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openworkbin.push.Topic;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.DescribedApi;
import org.openworkbin.testing.DescribedPath;
import org.openworkbin.testing.TestClient.Reply;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The whole server has what is described, and nothing else; and it serves the description. */
class DescriptionServerTest {
  /** What is no resource of MVC. */
  private static final List<String> SERVLETS =
      List.of("/api/v2/notifications", "/api/v2/openapi.", "/api/v2/docs");

  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)(?::([^{}]*(?:\\{\\d+})?))?}");
  private static final Pattern NAMES = Pattern.compile("[\\w|-]+");

  private static DemoServer demo;

  @BeforeAll
  static void start() {
    demo = DemoServer.start();
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @Test
  void everyMappingIsDescribedAndEveryDescribedPathIsMapped() {
    Set<String> mapped = new TreeSet<>();
    demo.part(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .forEach(mapping ->
            mapping
                .getPatternValues()
                .forEach(path ->
                    spelledOut(path).stream()
                        .flatMap(each ->
                            mapping.getMethodsCondition().getMethods().stream()
                                .map(RequestMethod::name)
                                .map(method -> method + " " + each))
                        .forEach(mapped::add)));
    mapped.removeIf(each -> each.endsWith("/error"));

    Set<String> described =
        DescribedApi.ours().paths().stream()
            .filter(path -> SERVLETS.stream().noneMatch(path.template()::startsWith))
            .flatMap(path ->
                path.methods().stream()
                    .flatMap(method ->
                        path.spelledOut().stream().map(each -> method + " " + anonymous(each))))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(mapped).containsExactlyInAnyOrderElementsOf(described);
  }

  /** With each parameter that has a closed set of values replaced by each of them. */
  private static List<String> spelledOut(String path) {
    Matcher parameter = PARAMETER.matcher(path);
    if (!parameter.find()) {
      return List.of(path);
    }
    String values = parameter.group(2);
    Stream<String> replacements =
        values != null && NAMES.matcher(values).matches()
            ? Arrays.stream(values.split("\\|", -1))
            : Stream.of("\u0000");
    return replacements
        .map(
            value -> path.substring(0, parameter.start()) + value + path.substring(parameter.end()))
        .flatMap(each -> spelledOut(each).stream())
        .map(each -> each.replace("\u0000", "{}"))
        .toList();
  }

  private static String anonymous(String template) {
    return template.replaceAll("\\{\\w+}", "{}");
  }

  @Test
  void everyOperationIsTakenWhereItIsDescribedAndNowhereElse() {
    List<DescribedPath> paths =
        DescribedApi.ours().paths().stream()
            .filter(path -> !DescribedApi.ours().operationNames(path).isEmpty())
            .toList();
    Set<String> all =
        paths.stream()
            .flatMap(path -> DescribedApi.ours().operationNames(path).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> wrong = new ArrayList<>();
    for (DescribedPath path : paths) {
      for (String operation : all) {
        boolean described = DescribedApi.ours().operationNames(path).contains(operation);
        if (described == isUnknown(path, operation)) {
          wrong.add((described ? "not taken: " : "not described: ") + operation + " on " + path);
        }
      }
    }
    assertThat(all).hasSizeGreaterThan(30);
    assertThat(wrong).isEmpty();
  }

  /** In none of the spellings of the path. */
  private static boolean isUnknown(DescribedPath path, String operation) {
    return path.spelledOut().stream()
        .map(each ->
            demo.client("admin").post(address(each), "{\"operationName\":\"" + operation + "\"}"))
        .allMatch(reply -> reply.text().contains("no such operation"));
  }

  /** An address whose ids are those of things that there are, as far as that is needed. */
  private static String address(String template) {
    Map<String, String> ids =
        Map.of(
            "userId", demo.user("admin").value(),
            "workbinId", "aee812a5-7396-4dd9-b180-230f1c1fb085",
            "mediaType", "callback",
            "interactionId", "0001DEMOWORK0001",
            "channel", "chat");
    String address = template;
    for (var id : ids.entrySet()) {
      address = address.replace("{" + id.getKey() + "}", id.getValue());
    }
    return address;
  }

  @Test
  void everyTopicIsDescribed() {
    assertThat(DescribedApi.ours().topics())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Topic.values()).map(Topic::channel).toList());
  }

  @Test
  void theDescriptionNeedsNoLogIn() {
    Reply yaml = demo.client().get("/api/v2/openapi.yaml");
    Reply json = demo.client().get("/api/v2/openapi.json");

    assertThat(yaml.status()).isEqualTo(200);
    assertThat(yaml.header("Content-Type")).startsWith("application/yaml");
    assertThat(yaml.text()).startsWith("openapi: 3.1.0").doesNotContain("&id0").contains("paths:");
    assertThat(json.status()).isEqualTo(200);
    assertThat(json.json().required("openapi").stringValue()).isEqualTo("3.1.0");
    assertThat(json.json().required("servers").get(0).required("url").stringValue())
        .isEqualTo("/api/v2");
  }

  @Test
  void whoHasTheDescriptionIsToldThatItIsTheSame() {
    String tag = demo.client().get("/api/v2/openapi.json").header("ETag");

    Reply again = demo.client().with("If-None-Match", tag).get("/api/v2/openapi.json");

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.text()).isEmpty();
  }

  @Test
  void thePagesRunNothingFromElsewhereAndNothingInline() {
    Reply docs = demo.client().get("/api/v2/docs/index.html");

    assertThat(docs.status()).isEqualTo(200);
    assertThat(docs.header("Content-Security-Policy"))
        .contains("default-src 'none'")
        .contains("script-src 'self'")
        .doesNotContain("unsafe");
    assertThat(docs.text())
        .doesNotContain("http")
        .doesNotContain("style=")
        .doesNotContain("<style");
    Matcher linked = Pattern.compile("(?:href|src)=\"([^\"]+)\"").matcher(docs.text());
    int links = 0;
    while (linked.find()) {
      Reply file = demo.client().get("/api/v2/docs/" + linked.group(1));
      assertThat(file.status()).as(linked.group(1)).isEqualTo(200);
      assertThat(file.text()).isNotEmpty();
      links++;
    }
    assertThat(links).isEqualTo(4);
  }

  @Test
  void docsLeadToThePagesWithAndWithoutASlash() {
    for (String path : List.of("/api/v2/docs", "/api/v2/docs/")) {
      Reply reply = demo.client().get(path);

      assertThat(reply.status()).isEqualTo(302);
      assertThat(reply.header("Location")).isEqualTo("http://localhost/api/v2/docs/index.html");
    }
  }

  @Test
  void nothingElseIsOpenBesideThem() {
    assertThat(demo.client().get("/api/v2/docs/../../me").status()).isEqualTo(400);
    assertThat(demo.client().get("/api/v2/docs/application.yaml").status()).isEqualTo(404);
    assertThat(demo.client().get("/api/v2/docsandmore").status()).isEqualTo(403);
    assertThat(
            demo.client()
                .send("POST", "/api/v2/openapi.yaml", BodyPublishers.noBody(), Map.of())
                .status())
        .isEqualTo(405);
  }
}
