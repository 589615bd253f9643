package org.openworkbin.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openworkbin.ledger.Content;
import org.openworkbin.ledger.Medium;
import org.openworkbin.testing.Chromium;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.Person;
import org.openworkbin.testing.TestClient.Reply;

/** The page for every reader, and for whatever a customer may write. */
class PageSoundIT {
  private static final Path AXE = Path.of("page", "node_modules", "axe-core", "axe.min.js");
  private static final String RULES =
      """
      async () => {
        const found = await axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        });
        return found.violations.map(
          (each) => each.id + ': ' + each.nodes.map((node) => node.html).join(' | '));
      }
      """;

  private static final String HOSTILE =
      "<img src=x onerror=alert(1)><script>alert(2)</script>${7*7}";

  private static Chromium chromium;
  private static DemoServer demo;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
    demo = DemoServer.start();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      demo.close();
      chromium.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"1280,LIGHT", "1280,DARK", "1600,LIGHT", "400,LIGHT", "400,DARK"})
  void noRuleOfAccessIsBroken(int width, ColorScheme colours) throws IOException {
    String item = demo.park(Medium.WORKITEM, demo.teamBin());
    NewContextOptions window =
        new NewContextOptions()
            .setViewportSize(width, 800)
            .setColorScheme(colours)
            .setReducedMotion(ReducedMotion.REDUCE)
            .setBypassCSP(true);
    try (Person ada = chromium.visitor(demo.url(), window)) {
      ada.find("form").waitFor();
      sound(ada, "log-in");
      ada.signIn("ada");
      if (width < 720) {
        sound(ada, "bins");
      }
      ada.open("team-wb");
      ada.row(item).waitFor();
      sound(ada, "list");
      ada.row(item).click();
      ada.sees(".timeline", "Created");
      sound(ada, "item");
      ada.press("Take");
      ada.sees(".item .chip", "In your hand");
      ada.find("textarea[name=comment]").fill("Something");
      sound(ada, "item in hand");
      ada.press("Move…");
      ada.find("dialog").waitFor();
      sound(ada, "move");
      ada.key("Escape");
      ada.find(".brand").click();
      ada.key("?");
      ada.find("dialog").waitFor();
      sound(ada, "keys");
      ada.key("Escape");
      ada.find(".bar .new").click();
      ada.find("dialog").waitFor();
      sound(ada, "new work item");
      ada.key("Escape");
      ada.find(".menu summary").click();
      sound(ada, "menu");
      ada.find(".menu summary").click();
      fits(ada, width);
      ada.press("Complete");
      ada.sees(".notice", "is completed");
      sound(ada, "message");
    }
  }

  @Test
  void whateverACustomerWritesIsTextAndNeverMarkup() {
    String json = HOSTILE.replace("\"", "\\\"");
    String item =
        demo.park(
            Medium.TWEET,
            demo.teamBin(),
            new Content(
                "Inbound",
                "2026-11-22 09:00:00.000+0000",
                9,
                "{\"from\":\"%1$s\",\"message\":\"%1$s\",\"subject\":\"%1$s\"}".formatted(json),
                "{\"Subject\":\"%1$s\",\"FirstName\":\"%1$s\",\"%1$s\":\"%1$s\",\"__proto__\":\"%1$s\"}"
                    .formatted(json)));
    try (Person ada = chromium.person(demo.url(), "ada")) {
      ada.open("team-wb");
      ada.row(item).click();
      ada.sees(".item h2", HOSTILE);
      ada.sees(".item blockquote", HOSTILE);
      ada.sees(".fields dt", HOSTILE);
      ada.press("Columns");
      ada.sees("dialog", HOSTILE);
      ada.key("Escape");
      ada.press("Take");
      ada.sees(".notice", HOSTILE);
      ada.sees(".item .chip", "In your hand");
      assertThat(ada.find(".fields input").first().inputValue()).isEqualTo(HOSTILE);
      ada.press("Put back");
      ada.row(item).waitFor();

      assertThat(ada.find("img, body script, iframe").count()).isZero();
      assertThat(ada.complaints()).isEmpty();
    }
  }

  @Test
  void theFilesOfThePageComeWithAStrictPolicyAndLast() {
    Reply start = demo.client().get("/");
    assertThat(start.status()).isEqualTo(200);
    assertThat(start.header("Content-Type")).startsWith("text/html");
    assertThat(start.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(start.header("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
        .doesNotContain("unsafe", "http", "*");
    assertThat(start.text()).doesNotContain("http://", "https://", "<style", "onload");
    String script = start.text().replaceAll("(?s).*src=\"\\.(/assets/[^\"]+)\".*", "$1");

    Reply code = demo.client().get(script);

    assertThat(code.header("Content-Type")).startsWith("text/javascript");
    assertThat(code.header("Cache-Control")).contains("immutable");
    assertThat(demo.client().with("If-None-Match", code.header("ETag")).get(script).status())
        .isEqualTo(304);
    assertThat(demo.client().get("/assets/nothing.js").code()).isEqualTo(6);
    assertThat(demo.client().post("/", "{}").status()).isEqualTo(405);
  }

  @Test
  void whoHasToChangeHisPasswordDoesSoAndGoesOn() {
    demo.client("admin")
        .post(
            "/api/v2/users",
            "{\"userName\":\"fay\",\"password\":\"the first one\",\"roles\":[\"ROLE_AGENT\"],"
                + "\"changePasswordOnFirstLogin\":true}");
    try (Person fay = chromium.visitor(demo.url())) {
      fay.page().fill("input[name=userName]", "fay");
      fay.page().fill("input[name=password]", "the first one");
      fay.page().keyboard().press("Enter");
      fay.page().fill("input[name=newPassword]", "short");
      fay.page().keyboard().press("Enter");
      fay.find("[role=alert]:not([hidden])").waitFor();
      fay.page().fill("input[name=newPassword]", "one of my own");
      fay.page().keyboard().press("Enter");
      fay.find(".connection.online").waitFor();

      assertThat(fay.complaints()).isEmpty();
    }
  }

  @Test
  void theSessionOfThePageIsGuarded() {
    try (Person ada = chromium.person(demo.url(), "ada")) {
      String cookie = ada.page().context().cookies().getFirst().name;
      assertThat(cookie).isEqualTo("JSESSIONID");
      assertThat(ada.page().context().cookies())
          .allMatch(each -> each.httpOnly)
          .extracting(each -> each.sameSite.name())
          .contains("LAX");
      Object status =
          ada.page()
              .evaluate(
                  """
                  async () => (await fetch('/api/v2/me/workitems', {
                    method: 'POST',
                    headers: { 'Content-Type': 'application/json' },
                    body: '{"operationName":"Create"}',
                  })).status
                  """);
      assertThat(status).isEqualTo(403);
    }
  }

  private static void sound(Person person, String where) throws IOException {
    person.page().evaluate(Files.readString(AXE) + "; undefined");
    Object found = person.page().evaluate(RULES);
    assertThat(found).as(where).isEqualTo(List.of());
  }

  /** Nothing sticks out to the side. */
  private static void fits(Person person, int width) {
    Object size = person.page().evaluate("() => document.documentElement.scrollWidth");
    assertThat(size).isEqualTo(width);
  }
}
