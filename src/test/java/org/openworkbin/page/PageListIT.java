package org.openworkbin.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openworkbin.ledger.Content;
import org.openworkbin.ledger.Medium;
import org.openworkbin.testing.Chromium;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.Person;

/** A long list, and work by the keyboard alone. */
class PageListIT {
  private static final int MANY = 10_000;

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
  void tenThousandItemsAreOneListOfWhichOnlyWhatIsSeenIsInTheDocument() throws Exception {
    try (ExecutorService crowd = Executors.newFixedThreadPool(100)) {
      List<Callable<String>> items =
          IntStream.range(0, MANY)
              .<Callable<String>>mapToObj(i -> () -> park("Item number-" + i))
              .toList();
      for (Future<String> parked : crowd.invokeAll(items)) {
        parked.get();
      }
    }
    String last = park("The very last of all");
    try (Person ben = chromium.person(demo.url(), "ben")) {
      ben.open("In_Progress");
      int all = Integer.parseInt(ben.count("In_Progress").replace(",", ""));
      assertThat(all).isGreaterThan(MANY);
      ben.until(() ->
          assertThat(ben.find("[role=grid]").getAttribute("aria-rowcount"))
              .isEqualTo(Integer.toString(all + 1)));
      assertThat(ben.find(".row").count()).isBetween(10, 60);

      ben.find("[role=grid]").focus();
      ben.key("End");

      ben.row(last).waitFor();
      ben.sees(".item h2", "The very last of all");
      assertThat(ben.find(".row").count()).isBetween(10, 60);

      ben.find("input[type=search]").fill("number-4711");
      ben.until(() -> assertThat(ben.find(".row").count()).isEqualTo(1));
      ben.sees(".row .subject", "Item number-4711");
      ben.key("Escape");
      ben.until(() -> assertThat(ben.find(".row").count()).isGreaterThan(1));

      ben.page().locator(".sort:has-text('Subject')").click();
      ben.sees("[aria-sort=ascending]", "Subject");
      ben.page().reload();
      ben.sees("[aria-sort=ascending]", "Subject");
      assertThat(ben.complaints()).isEmpty();
    }
  }

  @Test
  void everythingIsDoneByTheKeyboardAlone() {
    try (Person cleo = chromium.visitor(demo.url())) {
      cleo.find("input[name=userName]:focus").waitFor();
      type(cleo, "cleo");
      cleo.key("Tab");
      type(cleo, "demo");
      cleo.key("Enter");
      cleo.find(".connection.online").waitFor();

      cleo.key("w");
      cleo.find("dialog input[name=Subject]:focus").waitFor();
      type(cleo, "Send the brochure");
      cleo.find("dialog select").focus();
      cleo.key("Home");
      cleo.key("Enter");
      cleo.find("dialog input[name=Subject]").focus();
      cleo.key("Enter");
      cleo.sees(".item h2", "Send the brochure");
      cleo.sees(".item .chip", "In your hand");

      cleo.find("textarea[name=comment]").focus();
      type(cleo, "By post");
      cleo.key("Control+s");
      cleo.find(".saving").waitFor(hidden());
      cleo.key("Escape");
      cleo.key("c");
      cleo.sees(".notice", "is completed");
    }
  }

  @Test
  void theListIsWalkedTakenFromAndLeftByTheKeyboard() {
    String item = demo.park(Medium.EMAIL, demo.teamBin());
    try (Person cleo = chromium.person(demo.url(), "cleo")) {
      cleo.open("team-wb");
      cleo.row(item).waitFor();
      cleo.find("[role=grid]").focus();
      cleo.key("Home");
      cleo.find(".row.chosen[aria-rowindex='2']").waitFor();
      cleo.key("ArrowDown");
      cleo.find(".row.chosen[aria-rowindex='3']").waitFor();
      assertThat(cleo.find("[role=grid]").getAttribute("aria-activedescendant"))
          .isEqualTo(cleo.find(".row.chosen").getAttribute("id"));
      cleo.key("End");
      String chosen = cleo.find(".item h2").innerText();

      cleo.key("Enter");

      cleo.sees(".item .chip", "In your hand");
      assertThat(cleo.find(".item h2").innerText()).isEqualTo(chosen);
      cleo.find(".item button:enabled:has-text('Put back')").waitFor();
      cleo.key("r");
      cleo.sees(".notice", "is back where it came from");
      cleo.key("?");
      cleo.sees("dialog", "Keyboard shortcuts");
      cleo.key("Escape");
      cleo.find("dialog").waitFor(hidden());
      cleo.key("F6");
      assertThat(cleo.find(":focus").count()).isEqualTo(1);
    }
  }

  private static void type(Person person, String text) {
    person.page().keyboard().type(text);
  }

  private static WaitForOptions hidden() {
    return new WaitForOptions().setState(WaitForSelectorState.HIDDEN);
  }

  private static String park(String subject) {
    return demo.park(
        Medium.WORKITEM,
        demo.bensBin(),
        new Content(
            "Inbound",
            "2026-11-22 09:00:00.000+0000",
            0,
            "{}",
            "{\"Subject\":\"" + subject + "\",\"FirstName\":\"Pat\",\"Booking\":\"LK1\"}"));
  }
}
