package org.openworkbin.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openworkbin.ledger.Content;
import org.openworkbin.ledger.Medium;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.Cable;
import org.openworkbin.testing.Chromium;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.Person;
import org.openworkbin.testing.SettableClock;

/** What comes into somebody's hands and leaves them again, in front of the page. */
class PageHandsIT {
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
  void whoIsGivenAnItemIsAskedAndAccepts() {
    String item = park(demo, "A gift for Ben");
    try (Person ada = chromium.person(demo.url(), "ada");
        Person ben = chromium.person(demo.url(), "ben")) {
      take(ada, item);
      give(ada, "Ben Lindqvist");
      ada.sees(".notices", "“A gift for Ben” is offered to Ben Lindqvist.");

      ben.sees(".notice", "“A gift for Ben” is offered to you.");
      ben.find(".notice .next:has-text('Look at it')").click();
      ben.sees(".item .chip", "Offered to you");
      assertThat(ben.find(".item textarea").count()).isZero();
      ben.press("Accept");

      ben.sees(".item .chip", "In your hand");
      ben.until(
          () -> assertThat(ben.find(".notices").innerText()).doesNotContain("is offered to you"));
      ben.find("textarea[name=comment]").waitFor();
      ben.press("Complete");
      ben.sees(".notices", "“A gift for Ben” is completed.");
      assertThat(ada.complaints()).isEmpty();
      assertThat(ben.complaints()).isEmpty();
    }
  }

  @Test
  void whoRejectsGivesItBackAndTheGiverIsTold() {
    String item = park(demo, "Nobody wants it");
    try (Person ada = chromium.person(demo.url(), "ada");
        Person cleo = chromium.person(demo.url(), "cleo")) {
      take(ada, item);
      give(ada, "Cleo Marchetti");
      cleo.find(".notice .next:has-text('Look at it')").click();
      cleo.sees(".item .chip", "Offered to you");

      cleo.press("Reject");

      ada.sees(".notices", "“Nobody wants it” is in your hand again: it was rejected.");
      cleo.find(".item .chip").waitFor(hidden());
      ada.find("ow-bins a:has-text('In hand')").click();
      ada.row(item).click();
      ada.sees(".item .chip", "In your hand");
      ada.press("Put back");
      ada.sees(".notices", "is back where it came from");
    }
  }

  @Test
  void whoIsNotHeardOfLosesTheItemAndKeepsWhatHeTyped() {
    SettableClock clock = new SettableClock();
    try (DemoServer impatient =
            DemoServer.start(
                Dialect.SQLITE,
                Map.of(
                    "open-workbin.lease.duration", "2m",
                    "open-workbin.lease.sweep-every", "100ms"),
                clock);
        Cable cable = new Cable(impatient.url());
        Person ada = chromium.person(cable.url(), "ada");
        Person ben = chromium.person(impatient.url(), "ben")) {
      String item = park(impatient, "A long lunch");
      ben.open("team-wb");
      take(ada, item);
      ada.find("textarea[name=comment]").fill("She will ring again at three");
      ben.until(() -> assertThat(ben.row(item).count()).isZero());

      cable.pull();
      ada.sees(".connection.away", "No connection since");
      // No faster: time that goes on by much between two looks at the leases begins them anew.
      Awaitility.await()
          .pollInSameThread()
          .pollInterval(Duration.ofMillis(100))
          .until(() -> {
            clock.advance(Duration.ofSeconds(2));
            return ben.row(item).count() > 0;
          });
      cable.plug();

      ada.find(".connection.online").waitFor();
      ada.sees(".notice", "“A long lunch”");
      ada.sees(".notice", "What you typed is kept.");
      ada.sees(".kept", "She will ring again at three");
      ben.row(item).dblclick();
      ben.sees(".item .chip", "In your hand");
    }
  }

  @Test
  void anItemIsDisposedOfAsTheContactCentreHasIt() {
    String item = park(demo, "What became of it");
    try (Person ada = chromium.person(demo.url(), "ada")) {
      take(ada, item);
      ada.until(() ->
          assertThat(ada.find("select[name=disposition] option").allInnerTexts())
              .contains("Not set", "Resolved", "Called back"));

      ada.find("select[name=disposition]").selectOption("Called back");
      ada.key("Control+s");

      ada.find(".saving").waitFor(hidden());
      assertThat(disposition(demo, item)).isEqualTo("called-back");
      ada.until(() ->
          assertThat(ada.find("select[name=disposition] option").allInnerTexts())
              .doesNotContain("Not set"));
      assertThat(ada.find("select[name=disposition]").inputValue()).isEqualTo("called-back");
      ada.press("Complete");
      ada.sees(".notices", "is completed");
    }
  }

  @Test
  void whereThereAreNoDispositionsAnyTextIsOne() {
    try (DemoServer bare = DemoServer.start()) {
      bare.client("admin")
          .get("/api/v2/settings/dispositions")
          .json()
          .get("settings")
          .forEach(each ->
              bare.client("admin")
                  .send(
                      "DELETE",
                      "/api/v2/settings/dispositions",
                      BodyPublishers.ofString("{\"name\":" + each.get("name") + "}"),
                      Map.of("Content-Type", "application/json")));
      String item = park(bare, "Said freely");
      try (Person ada = chromium.person(bare.url(), "ada")) {
        take(ada, item);
        ada.find("input[name=disposition]:enabled").fill("Sold");
        ada.key("Control+s");
        ada.find(".saving").waitFor(hidden());
      }
      assertThat(disposition(bare, item)).isEqualTo("Sold");
    }
  }

  private static void take(Person person, String item) {
    person.open("team-wb");
    person.row(item).dblclick();
    person.sees(".item .chip", "In your hand");
  }

  private static void give(Person from, String colleague) {
    from.press("Move…");
    from.find("dialog .choice:has-text('" + colleague + "')").last().click();
  }

  private static String disposition(DemoServer server, String item) {
    return server
        .client("ada")
        .get("/api/v2/me/workitems/" + item)
        .json()
        .at("/workitem/userData/DispositionCode")
        .stringValue();
  }

  private static WaitForOptions hidden() {
    return new WaitForOptions().setState(WaitForSelectorState.HIDDEN);
  }

  private static String park(DemoServer server, String subject) {
    return server.park(
        Medium.WORKITEM,
        server.teamBin(),
        new Content(
            "Inbound",
            "2026-11-22 09:00:00.000+0000",
            9,
            "{}",
            "{\"Subject\":\"" + subject + "\"}"));
  }
}
