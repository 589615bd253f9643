package org.openworkbin.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
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
  private static final String BENS_BIN = "/api/v2/me/workbins/aee812a5-7396-4dd9-b180-230f1c1fb085";

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
  void noRuleOfAccessIsBroken(int width, ColorScheme colours) {
    String item = demo.park(Medium.WORKITEM, demo.teamBin());
    try (Person ada = chromium.visitor(demo.url(), Person.checked(width, colours))) {
      ada.find("form").waitFor();
      ada.sound("log-in");
      ada.signIn("ada");
      if (width < 720) {
        ada.sound("bins");
        assertThat(ada.find("ow-bins").boundingBox().width).as("bins").isEqualTo(width);
      }
      ada.open("team-wb");
      ada.row(item).waitFor();
      ada.sound("list");
      ada.row(item).click();
      ada.sees(".timeline", "Created");
      ada.sound("item");
      ada.press("Take");
      ada.sees(".item .chip", "In your hand");
      ada.find("textarea[name=comment]").fill("Something");
      ada.sound("item in hand");
      ada.press("Move…");
      ada.find("dialog").waitFor();
      ada.sound("move");
      ada.key("Escape");
      ada.find(".brand").click();
      ada.key("?");
      ada.find("dialog").waitFor();
      ada.sound("keys");
      ada.key("Escape");
      ada.find(".bar .new").click();
      ada.find("dialog").waitFor();
      ada.sound("new work item");
      ada.key("Escape");
      ada.find(".menu summary").click();
      ada.sound("menu");
      ada.find(".menu summary").click();
      ada.fits();
      ada.press("Complete");
      ada.sees(".notice", "is completed");
      ada.sound("message");
    }
  }

  @ParameterizedTest
  @CsvSource({"1600,LIGHT", "1600,DARK", "400,LIGHT", "400,DARK"})
  void noRuleOfAccessIsBrokenInTheTeamsViews(int width, ColorScheme colours) {
    String item = demo.park(Medium.WORKITEM, demo.bensBin());
    demo.client("ben").post(BENS_BIN, "{\"operationName\":\"PullNext\"}");
    try (Person sue = chromium.visitor(demo.url(), Person.checked(width, colours))) {
      sue.signIn("sue");
      sue.find(".areas a:has-text('Team')").click();
      sue.find("tr[data-bin]").first().waitFor();
      sue.sound("overview");
      sue.fits();
      sue.page().getByText("In hand").first().click();
      sue.find(".held").first().waitFor();
      sue.sound("in hand");
      sue.fits();
      sue.page().getByText("Overview").click();
      sue.find("tr[data-bin='In Progress (Ben Lindqvist)'] a").click();
      sue.row(item).locator(".mark input").check();
      sue.sound("a bin with a marked item");
      sue.fits();
      sue.find(".tools .figures").click();
      sue.find(".chart").first().waitFor();
      sue.page().getByText("As a table").click();
      sue.sound("figures");
      sue.fits();
      sue.page().goBack();
      sue.press("Move to…");
      sue.find("dialog .choice").first().waitFor();
      sue.sound("where to");
      sue.find("dialog .choice").first().click();
      sue.find(".verdicts").waitFor();
      sue.sound("what would happen");
      sue.press("Move 1 item");
      sue.sees("dialog", "One item is in");
      sue.sound("what happened");
      sue.press("Undo");
      sue.sees("dialog", "One item is back where it was.");
      sue.sound("undone");
      sue.press("Close");
      sue.page().getByText("Recent moves").click();
      sue.find(".past").waitFor();
      sue.sound("recent moves");
      sue.fits();
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
}
