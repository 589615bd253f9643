package org.openworkbin.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openworkbin.ledger.Content;
import org.openworkbin.ledger.Medium;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.Chromium;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.Person;

/** A supervisor who moves more items than the server takes in one request, which here is two. */
class PageMovesIT {
  private static Chromium chromium;

  private DemoServer demo;
  private List<String> items;
  private Person sue;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void fiveAreToGoToCleo() {
    demo = DemoServer.start(Dialect.SQLITE, Map.of("open-workbin.workbins.max-ids", "2"));
    items = IntStream.range(0, 5).mapToObj(this::park).toList();
    sue = chromium.person(demo.url(), "sue");
    sue.find(".areas a:has-text('Team')").click();
    sue.find("tr[data-bin='Team (MyAgentGroup)'] a").click();
    sue.find("input[type=search]").fill("Many");
    sue.until(() -> assertThat(sue.find(".row").count()).isEqualTo(5));
    sue.find(".head .mark input").check();
    sue.press("Move to…");
    sue.find("dialog .choice")
        .filter(new FilterOptions().setHasText("Cleo Marchetti"))
        .filter(new FilterOptions().setHasText("In Progress"))
        .first()
        .click();
    sue.sees("dialog", "5 items go to In Progress (Cleo Marchetti).");
  }

  @AfterEach
  void close() {
    sue.close();
    demo.close();
  }

  @Test
  void moreThanTheServerTakesAtOnceGoInSeveralRequests() {
    sue.press("Move 5 items");

    sue.sees("dialog", "5 items are in In Progress (Cleo Marchetti).");
    assertThat(cleos()).contains(items);

    sue.press("Undo");

    sue.sees("dialog", "5 items are back where they were.");
    assertThat(cleos()).doesNotContain(items.toArray(String[]::new));
  }

  @Test
  void whatWasMovedBeforeARefusalIsToldAndCanBeUndone() {
    theSecondMove(route ->
        route.fulfill(
            new FulfillOptions()
                .setStatus(403)
                .setContentType("application/json")
                .setBody("{\"statusCode\":6,\"statusMessage\":\"Not any more.\"}")));

    sue.press("Move 5 items");

    sue.sees("dialog", "2 items are in In Progress (Cleo Marchetti). 3 stay where they are:");
    sue.sees(".verdicts .no", "not tried: Not any more");
    assertThat(sue.find(".verdicts .yes").count()).isEqualTo(2);
    assertThat(sue.find(".verdicts .no").count()).isEqualTo(3);
    assertThat(moved()).isEqualTo(2);

    sue.press("Undo");

    sue.sees("dialog", "2 items are back where they were.");
    assertThat(moved()).isZero();
  }

  @Test
  void whatNoAnswerCameForIsToldApartFromWhatWasNotTried() {
    theSecondMove(Route::abort);

    sue.press("Move 5 items");

    sue.sees("dialog", "2 items are in In Progress (Cleo Marchetti). Of 2 nobody knows");
    sue.sees(".verdicts .no", "no answer came; the recent moves tell whether it was moved");
    sue.sees(".verdicts .no", "not tried: the server was not reached");
    assertThat(sue.find(".verdicts .no").count()).isEqualTo(3);
    sue.press("Close");
    sue.find("a[href='#/team/moves']").click();
    sue.sees(".past", "2 items to In Progress (Cleo Marchetti)");
  }

  @Test
  void whoHasClosedTheResultCanUndoItFromTheNotice() {
    sue.press("Move 5 items");
    sue.sees("dialog", "5 items are in");
    sue.press("Close");
    sue.sees(".notice", "5 items are in In Progress (Cleo Marchetti).");

    sue.press("Undo");

    sue.sees(".notice", "5 items are back where they were.");
    assertThat(moved()).isZero();
    assertThat(sue.complaints()).isEmpty();
  }

  /** All requests to move something but the first one go there. */
  private void theSecondMove(Consumer<Route> answer) {
    AtomicInteger moves = new AtomicInteger();
    sue.page()
        .route(
            url -> url.endsWith("/api/v2/moves"),
            route -> {
              if (route.request().method().equals("POST") && moves.incrementAndGet() > 1) {
                answer.accept(route);
              } else {
                route.resume();
              }
            });
  }

  private long moved() {
    String bin = cleos();
    return items.stream().filter(bin::contains).count();
  }

  private String cleos() {
    return demo.client("cleo")
        .get("/api/v2/me/workbins/" + demo.bensBin().workbin().value() + "?subresources=*")
        .text();
  }

  private String park(int number) {
    return demo.park(
        Medium.WORKITEM,
        demo.teamBin(),
        new Content(
            "Inbound",
            "2026-11-22 09:00:00.000+0000",
            0,
            "{}",
            "{\"Subject\":\"Many " + number + "\"}"));
  }
}
