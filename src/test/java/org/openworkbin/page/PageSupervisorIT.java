package org.openworkbin.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openworkbin.id.BinId;
import org.openworkbin.ledger.Content;
import org.openworkbin.ledger.Medium;
import org.openworkbin.testing.Chromium;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.Person;
import org.openworkbin.testing.TestClient.Reply;

/** A supervisor in front of the page, and those she looks after at work. */
class PageSupervisorIT {
  private static final String TEAM_BIN =
      "/api/v2/me/workbins/6c715fa9-de16-4d23-b07c-cbcb1caf3e07?agentGroup=MyAgentGroup";

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

  @AfterEach
  void nobodyKeepsAnything() {
    List.of("ada", "ben", "cleo", "sue").forEach(PageSupervisorIT::releaseAll);
  }

  @Test
  void theBinsOfTheTeamStandWhereSomethingWaitsLongestAndCountLive() {
    try (Person sue = supervisor("sue")) {
      sue.until(() ->
          assertThat(lines(sue))
              .hasSizeGreaterThan(3)
              .first()
              .isEqualTo("In Progress (Cleo Marchetti)"));
      assertThat(lines(sue)).contains("Team (MyAgentGroup)", "Desk (Ben Lindqvist)");
      sue.until(() -> assertThat(count(sue, "In Progress (Ben Lindqvist)")).matches("\\d+"));
      String before = count(sue, "In Progress (Ben Lindqvist)");

      demo.park(Medium.EMAIL, demo.bensBin());

      sue.until(() ->
          assertThat(count(sue, "In Progress (Ben Lindqvist)"))
              .isEqualTo(Integer.toString(Integer.parseInt(before) + 1)));
      sue.find("tr[data-bin='In Progress (Ben Lindqvist)'] a").click();
      sue.sees(".list h2", "In Progress");
      sue.sees(".list .hint", "Ben Lindqvist · ");
      assertThat(sue.complaints()).isEmpty();
    }
  }

  /** Which are the same workbin, told to all of her pages, also to one that shows no team. */
  @Test
  void whatHappensInTheBinsOfOthersIsNotTakenForWhatHappensInHers() {
    try (Person sue = supervisor("sue")) {
      sue.until(() -> assertThat(lines(sue)).contains("In Progress (Ben Lindqvist)"));
      sue.page().navigate(demo.url() + "/#/");
      sue.page().reload();
      sue.until(() -> assertThat(sue.count("In_Progress")).matches("\\d+"));
      int before = Integer.parseInt(sue.count("In_Progress"));
      List<String> asked = new ArrayList<>();
      sue.page().onRequest(request -> asked.add(request.url()));

      for (int i = 0; i < 3; i++) {
        demo.park(Medium.EMAIL, demo.bensBin());
      }
      park("Her own", new BinId(demo.bensBin().workbin(), demo.user("sue")));

      sue.until(() -> assertThat(sue.count("In_Progress")).isEqualTo("" + (before + 1)));
      assertThat(asked).filteredOn(url -> url.contains("/changes?")).hasSizeLessThan(5);
    }
  }

  @Test
  void whoTakesSomethingAppearsLiveAndGoesWhenHePutsItBack() {
    String item = park("Lost luggage in Vienna", demo.teamBin());
    try (Person sue = supervisor("sue")) {
      sue.sees(".free", "Ben Lindqvist");
      assertThat(held(sue, item).count()).isZero();

      pull("ben", item);

      sue.until(() -> assertThat(held(sue, item).innerText()).contains("Lost luggage in Vienna"));
      sue.sees(".holder h3", "Ben Lindqvist");
      assertThat(held(sue, item).innerText()).contains("from Team (MyAgentGroup)", "lease until");
      String first = held(sue, item).locator("time").innerText();
      sue.until(() ->
          assertThat(held(sue, item).locator("time").innerText())
              .matches("\\d+:\\d\\d")
              .isNotEqualTo(first));

      releaseAll("ben");

      sue.until(() -> assertThat(held(sue, item).count()).isZero());
      sue.sees(".free", "Ben Lindqvist");
    }
  }

  @Test
  void whatIsTakenBackLeavesHisHandAndHeIsTold() {
    String item = park("Urgent: refund before noon", demo.teamBin());
    try (Person ben = chromium.person(demo.url(), "ben");
        Person sue = supervisor("sue")) {
      ben.open("team-wb");
      ben.row(item).dblclick();
      ben.find("textarea[name=comment]").fill("Called the bank");
      held(sue, item).waitFor();

      held(sue, item).locator("button").click();
      sue.sees("dialog", "One item goes to Team (MyAgentGroup).");
      sue.press("Take it back");

      sue.sees("dialog", "One item is in Team (MyAgentGroup).");
      sue.press("Close");
      sue.until(() -> assertThat(held(sue, item).count()).isZero());
      ben.sees(".notice", "was taken back by a supervisor. What you typed is kept.");
      ben.row(item).click();
      ben.sees(".item .kept", "Called the bank");
      assertThat(ben.complaints()).isEmpty();
    }
  }

  @Test
  void severalAreMovedEachWithItsResultAndBroughtBack() {
    List<String> items =
        IntStream.range(0, 3).mapToObj(i -> park("Moved " + i, demo.teamBin())).toList();
    try (Person sue = supervisor("sue")) {
      openTeamBin(sue);
      sue.find("input[type=search]").fill("Moved");
      sue.until(() -> assertThat(sue.find(".row").count()).isEqualTo(3));
      sue.find(".head .mark input").check();
      sue.sees(".marked-bar", "3 marked");
      sue.press("Move to…");
      choose(sue, "Cleo Marchetti", "In Progress");
      sue.sees("dialog", "3 items go to In Progress (Cleo Marchetti).");
      assertThat(sue.find(".verdicts .yes").count()).isEqualTo(3);
      sue.find("dialog input[name=comment]").fill("Cleo knows these");
      pull("ben", items.get(1)); // while she reads what would happen

      sue.press("Move 3 items");

      sue.sees("dialog", "2 items are in In Progress (Cleo Marchetti). One stays where it is");
      sue.sees(".verdicts .no", "Ben Lindqvist has it since");
      assertThat(sue.find(".verdicts .no").getAttribute("data-id")).isEqualTo(items.get(1));
      assertThat(cleos()).contains(items.get(0), items.get(2));

      sue.press("Undo");

      sue.sees("dialog", "2 items are back where they were.");
      sue.press("Close");
      sue.row(items.get(0)).waitFor();
      sue.row(items.get(2)).waitFor();
      assertThat(cleos()).doesNotContain(items.get(0), items.get(2));

      sue.page().getByText("Recent moves").click();
      sue.sees(".past", "2 items to In Progress (Cleo Marchetti)");
      sue.sees(".past .why", "Cleo knows these");
      sue.sees(".past .chip", "Undone");
      assertThat(sue.complaints()).isEmpty();
    }
  }

  @Test
  void aMoveIsUndoneLaterFromTheListOfRecentMoves() {
    String item = park("On second thoughts", demo.teamBin());
    try (Person sue = supervisor("sue")) {
      openTeamBin(sue);
      sue.row(item).locator(".mark input").check();
      sue.press("Move to…");
      choose(sue, "Cleo Marchetti", "In Progress");
      sue.press("Move 1 item");
      sue.press("Close");
      sue.page().reload();
      sue.page().getByText("Recent moves").click();

      Locator move =
          sue.find(".past > li")
              .filter(new FilterOptions().setHasText("1 item to In Progress (Cleo Marchetti)"))
              .first();
      move.locator("summary").click();
      sue.until(() -> assertThat(move.locator("details").innerText()).contains(item));
      move.locator("button").click();

      sue.sees(".notice", "One item is back where it was.");
      sue.until(() -> assertThat(move.locator(".chip").innerText()).isEqualTo("Undone"));
      assertThat(cleos()).doesNotContain(item);
    }
  }

  @Test
  void theChartsHaveTheNumbersOfTheServer() {
    BinId bin = new BinId(demo.bensBin().workbin(), demo.user("cleo"));
    String item = park("Counted", bin);
    park("Counted too", bin);
    String path =
        "/api/v2/users/" + demo.user("cleo").value() + "/workbins/" + bin.workbin().value();
    demo.client("cleo")
        .post(
            "/api/v2/me/workbins/" + bin.workbin().value(),
            "{\"operationName\":\"PullInteraction\",\"id\":\"" + item + "\"}");
    Reply figures = demo.client("sue").get(path + "/figures?hours=24&step=3600");
    try (Person sue = supervisor("sue")) {
      sue.find("tr[data-bin='In Progress (Cleo Marchetti)'] a").click();

      sue.sees(".legend .arrived", "Arrived " + sum(figures, "arrived"));
      sue.sees(".legend .left", "Left " + sum(figures, "left"));
      int now = figures.json().at("/figures/count/23").asInt();
      sue.sees("figcaption", now + " now");
      assertThat(sue.find(".chart g rect.arrived").count()).isEqualTo(steps(figures, "arrived"));
      assertThat(sue.find(".chart g rect.left").count()).isEqualTo(steps(figures, "left"));
      sue.page().getByText("As a table").click();
      Locator last = sue.find(".numbers").first().locator("tbody tr").last().locator("td");
      assertThat(last.allInnerTexts())
          .containsExactly(
              figures.json().at("/figures/arrived/23").asString(),
              figures.json().at("/figures/left/23").asString(),
              Integer.toString(now));
      assertThat(
              sue.find(".ages .number").allInnerTexts().stream().mapToInt(Integer::parseInt).sum())
          .isEqualTo(now);
      sue.find(".spans label:has-text('7 days')").click();
      sue.until(
          () -> assertThat(sue.find(".numbers").first().locator("tbody tr").count()).isEqualTo(28));
    }
  }

  @Test
  void aSupervisorWorksByTheKeyboardAlone() {
    String item = park("By keys", demo.teamBin());
    String other = park("By keys as well", demo.teamBin());
    try (Person sue = chromium.person(demo.url(), "sue")) {
      sue.find(".areas a[aria-current=page]").focus();
      sue.key("Tab");
      sue.key("Enter");
      sue.find("tr[data-bin='Team (MyAgentGroup)'] a").focus();
      sue.key("Enter");
      sue.row(item).waitFor();
      sue.key("/");
      sue.page().keyboard().type("By keys");
      sue.until(() -> assertThat(sue.find(".row").count()).isEqualTo(2));
      sue.key("ArrowDown");
      sue.key("Space");
      sue.sees(".marked-bar", "1 marked");
      sue.key("Shift+ArrowDown");
      sue.sees(".marked-bar", "2 marked");
      sue.key("Escape");
      sue.until(() -> assertThat(sue.find(".marked-bar").count()).isZero());
      sue.key("Control+a");
      sue.sees(".marked-bar", "2 marked");
      sue.key("m");
      sue.find("dialog input[type=search]:focus").waitFor();
      sue.page().keyboard().type("Cleo");
      sue.until(() -> assertThat(sue.find("dialog .choice").count()).isPositive());
      sue.key("Tab");
      sue.key("Enter");
      sue.find("dialog .primary:focus").waitFor();
      sue.key("Enter");
      sue.sees("dialog", "2 items are in");
      sue.key("Escape");
      sue.until(() -> assertThat(sue.find("dialog").count()).isZero());
      assertThat(cleos()).contains(item, other);
    }
  }

  @Test
  void anAdministratorFindsOrphanedBinsAndBringsTheirItemsHome() {
    demo.client("admin")
        .post(
            "/api/v2/users",
            "{\"userName\":\"gus\",\"password\":\"a long one\",\"roles\":[\"ROLE_AGENT\"]}");
    String item = park("Forgotten", new BinId(demo.bensBin().workbin(), demo.user("gus")));
    demo.client("admin").put("/api/v2/users/" + demo.user("gus").value(), "{\"enabled\":false}");
    try (Person admin = supervisor("admin")) {
      assertThat(lines(admin)).contains("In Progress (Dan Whitfield)", "Desks (MyPlaceGroup)");
      admin.sees(".orphans", "In Progress (gus)");
      admin.sees(".orphans", "may no longer work");
      admin.find(".orphans a").click();
      admin.row(item).locator(".mark input").check();
      admin.press("Move to…");
      choose(admin, "MyAgentGroup", "Team");
      admin.press("Move 1 item");
      admin.sees("dialog", "One item is in Team (MyAgentGroup).");
      admin.press("Close");
      admin.page().getByText("Overview").click();
      admin.until(() -> assertThat(admin.find(".orphans").count()).isZero());
    }
  }

  private static Person supervisor(String userName) {
    Person person = chromium.person(demo.url(), userName);
    person.find(".areas a:has-text('Team')").click();
    person.find("main.overview").waitFor();
    return person;
  }

  private static void openTeamBin(Person person) {
    person.find("tr[data-bin='Team (MyAgentGroup)'] a").click();
    person.find("[role=grid]").waitFor();
  }

  private static void choose(Person person, String owner, String bin) {
    person
        .find("dialog .choice")
        .filter(new FilterOptions().setHasText(owner))
        .filter(new FilterOptions().setHasText(bin))
        .first()
        .click();
  }

  private static List<String> lines(Person person) {
    return person.find("tr[data-bin]").all().stream()
        .map(line -> line.getAttribute("data-bin"))
        .toList();
  }

  private static String count(Person person, String bin) {
    return person.find("tr[data-bin='" + bin + "'] td.count").innerText();
  }

  private static Locator held(Person person, String item) {
    return person.find(".held[data-id='" + item + "']");
  }

  private static int sum(Reply figures, String name) {
    int sum = 0;
    for (var step : figures.json().at("/figures/" + name)) {
      sum += step.asInt();
    }
    return sum;
  }

  private static long steps(Reply figures, String name) {
    return figures
        .json()
        .at("/figures/" + name)
        .valueStream()
        .filter(step -> step.asInt() > 0)
        .count();
  }

  private static String cleos() {
    return demo.client("cleo")
        .get("/api/v2/me/workbins/" + demo.bensBin().workbin().value() + "?subresources=*")
        .text();
  }

  private static String park(String subject, BinId bin) {
    return demo.park(
        Medium.WORKITEM,
        bin,
        new Content(
            "Inbound",
            "2026-11-22 09:00:00.000+0000",
            0,
            "{}",
            "{\"Subject\":\"" + subject + "\"}"));
  }

  private static void pull(String user, String item) {
    Reply reply =
        demo.client(user)
            .post(TEAM_BIN, "{\"operationName\":\"PullInteraction\",\"id\":\"" + item + "\"}");
    assertThat(reply.status()).isEqualTo(200);
  }

  private static void releaseAll(String user) {
    demo.client(user)
        .get("/api/v2/me/workitems?fields=id")
        .json()
        .get("workitems")
        .forEach(item ->
            demo.client(user)
                .post(
                    "/api/v2/me/workitems/" + item.get("id").stringValue(),
                    "{\"operationName\":\"Release\"}"));
  }
}
