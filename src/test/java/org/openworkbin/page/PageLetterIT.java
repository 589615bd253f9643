package org.openworkbin.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.FrameLocator.LocatorOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openworkbin.ledger.Content;
import org.openworkbin.ledger.Medium;
import org.openworkbin.testing.Chromium;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.Person;
import tools.jackson.databind.json.JsonMapper;

/** E-mails as their authors laid them out, friendly ones and others. */
class PageLetterIT {
  private static final String ELSEWHERE = "https://elsewhere.example/";

  /** Each of them would run something, send something or fetch something. */
  private static final String HOSTILE =
      """
      <html><head>
      <base href="https://elsewhere.example/base/">
      <meta http-equiv="refresh" content="0;url=https://elsewhere.example/refresh">
      <link rel="stylesheet" href="https://elsewhere.example/link.css">
      <style>@import url(https://elsewhere.example/import.css);
        body { background: url(https://elsewhere.example/background.png) }
        @font-face { font-family: f; src: url(https://elsewhere.example/font.woff) }</style>
      <script>top.hacked = 1; parent.alert('script')</script>
      </head><body onload="parent.alert('load')" background="https://elsewhere.example/body.png">
      <p style="background: url(https://elsewhere.example/attribute.png)">Dear team</p>
      <img src="https://elsewhere.example/pixel.png" alt="The invoice" onerror="parent.alert('img')">
      <img src="x" srcset="https://elsewhere.example/set.png 2x" onerror="parent.alert('x')">
      <svg onload="parent.alert('svg')"><image href="https://elsewhere.example/svg.png"/>
        <script>parent.alert('svg script')</script></svg>
      <math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">
      </table></math>
      <video src="https://elsewhere.example/film.mp4" poster="https://elsewhere.example/p.png"></video>
      <object data="https://elsewhere.example/object"></object>
      <embed src="https://elsewhere.example/embed">
      <iframe src="https://elsewhere.example/frame" srcdoc="<script>parent.alert('in')</script>"></iframe>
      <form action="https://elsewhere.example/form"><input name="password" autofocus
        onfocus="parent.alert('focus')"><button formaction="javascript:alert(1)">Log in</button></form>
      <a href="javascript:parent.alert('link')">A wicked link</a>
      <a href="java&#10;script:alert(1)">Another one</a>
      <a href="data:text/html,<script>alert(1)</script>">Data</a>
      <a href="/api/v2/me">Ours</a>
      <a href="https://elsewhere.example/page" target="_top" ping="https://elsewhere.example/ping">A link</a>
      <p id="desk" name="body" class="row">The end</p>
      </body></html>
      """;

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

  @Test
  void nothingThatIsInAnEmailRunsOrIsAskedForElsewhere() {
    String item = park(HOSTILE);
    try (Person ada = chromium.person(demo.url(), "ada")) {
      List<String> strangers = strangers(ada);
      ada.open("team-wb");
      ada.row(item).dblclick();
      FrameLocator letter = letter(ada);
      ada.until(() ->
          assertThat(letter.locator("body").innerText())
              .contains("Dear team", "[The invoice]", "A wicked link", "A link", "The end")
              .doesNotContain("@import", "alert"));

      assertThat(
              letter
                  .locator(
                      "script, link, base, img, svg, math, video, object, embed, iframe, form,"
                          + " input, button, body style, [style], [id], body [name], [class],"
                          + " body [background], [ping]")
                  .count())
          .isZero();
      assertThat(letter.locator("a[href]").evaluateAll("all => all.map(a => a.outerHTML)"))
          .isEqualTo(
              List.of(
                  "<a href=\"https://elsewhere.example/page\" target=\"_blank\""
                      + " rel=\"noopener noreferrer\">A link</a>"));
      letter.locator("a", new LocatorOptions().setHasText("wicked")).click();
      assertThat(strangers).isEmpty();
      // Chromium forbids already when the markup is read, before it is purified.
      assertThat(ada.complaints())
          .allMatch(each -> each.contains("violates the following Content Security Policy"));
      assertThat(ada.page().evaluate("() => window.hacked")).isNull();
      assertThat(ada.page().url()).startsWith(demo.url());

      ada.press("Complete");
      ada.sees(".notices", "is completed");
    }
  }

  @Test
  void whatGotThroughWouldStillBeHeldByTheFrame() {
    String item = park("<p>Dear team</p>");
    try (Person ada = chromium.person(demo.url(), "ada")) {
      List<String> strangers = strangers(ada);
      ada.open("team-wb");
      ada.row(item).dblclick();
      FrameLocator letter = letter(ada);

      // As if somebody had found a way around what purifies.
      letter
          .locator("body")
          .evaluate(
              """
              body => {
                for (const [name, attribute] of [
                  ['img', 'src'], ['link', 'href'], ['iframe', 'src'], ['video', 'src'],
                ]) {
                  const each = body.ownerDocument.createElement(name);
                  each.rel = 'stylesheet';
                  each[attribute] = 'https://elsewhere.example/' + name;
                  body.append(each);
                }
                body.style.background = 'url(https://elsewhere.example/style)';
              }
              """);

      ada.page().waitForCondition(() -> ada.complaints().size() >= 4);
      assertThat(strangers).isEmpty();
      ada.press("Complete");
      ada.sees(".notices", "is completed");
    }
  }

  @Test
  void aLinkOpensAWindowThatKnowsNothingOfThePage() {
    String item = park("<p>See <a href='" + ELSEWHERE + "offer'>our offer</a></p>");
    try (Person ada = chromium.person(demo.url(), "ada")) {
      ada.page()
          .context()
          .route(
              ELSEWHERE + "**",
              route -> {
                assertThat(route.request().headers()).doesNotContainKey("referer");
                route.fulfill(
                    new FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<title>Offer</title>"));
              });
      ada.open("team-wb");
      ada.row(item).dblclick();
      Page opened = ada.page().context().waitForPage(() -> letter(ada).locator("a").click());

      opened.waitForURL(ELSEWHERE + "offer");
      assertThat(opened.evaluate("() => window.opener === null")).isEqualTo(true);
      assertThat(ada.page().url()).startsWith(demo.url());
      opened.close();
      ada.press("Complete");
      ada.sees(".notices", "is completed");
    }
  }

  @Test
  void theDemosEmailIsReadAsItWasSentOrAsPlainText() {
    try (Person ada = chromium.visitor(demo.url(), Person.checked(1280, ColorScheme.DARK))) {
      ada.signIn("ada");
      ada.open("team-wb");
      ada.row("0001DEMOMAIL0001").click();
      ada.sees(".item h2", "Refund for the cancelled ferry");
      assertThat(ada.find("ow-letter").count()).as("for whoever takes it").isZero();
      ada.press("Take");
      FrameLocator letter = letter(ada);
      assertThat(letter.locator("body").innerText()).contains("[Logo of the ferry company]");
      assertThat(letter.locator("body").evaluate("body => getComputedStyle(body).marginTop"))
          .as("the style of the sheet")
          .isEqualTo("12px");
      assertThat(
              letter
                  .locator("body")
                  .evaluate("() => matchMedia('(prefers-color-scheme: dark)').matches"))
          .isEqualTo(true);
      ada.sound("an e-mail");
      ada.fits();

      ada.press("As plain text");
      ada.sees("ow-letter blockquote", "Paid 286.40 €, come back so far 0.00 €.");
      ada.press("As it was sent");
      assertThat(letter(ada).locator("table").isVisible()).isTrue();
      ada.press("Put back");
      ada.row("0001DEMOMAIL0002").dblclick();
      ada.sees(".item blockquote", "my wife needs a wheelchair");
      assertThat(ada.find("iframe").count()).isZero();
      ada.press("Put back");
      ada.sees(".notices", "is back where it came from");
    }
  }

  /** The frame's document, once it is seen. */
  private static FrameLocator letter(Person reader) {
    FrameLocator letter = reader.page().frameLocator("ow-letter iframe");
    letter.locator("p").first().waitFor();
    return letter;
  }

  /** What his browser asks for anywhere but at the server, from now on. */
  private static List<String> strangers(Person person) {
    List<String> found = new CopyOnWriteArrayList<>();
    person
        .page()
        .context()
        .route(
            url -> !url.startsWith(demo.url()),
            route -> {
              found.add(route.request().url());
              route.abort();
            });
    return found;
  }

  private static String park(String body) {
    JsonMapper json = JsonMapper.shared();
    return demo.park(
        Medium.EMAIL,
        demo.teamBin(),
        new Content(
            "Inbound",
            "2026-11-22 09:00:00.000+0000",
            9,
            "{\"subject\":\"A letter\",\"mime\":\"text/html\",\"body\":"
                + json.writeValueAsString(body)
                + "}",
            "{\"Subject\":\"A letter\"}"));
  }
}
