package org.openworkbin.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openworkbin.ledger.Content;
import org.openworkbin.ledger.Medium;
import org.openworkbin.testing.Cable;
import org.openworkbin.testing.Chromium;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.Person;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;

/** Two people at one bin, each in front of the page. */
class PageTeamIT {
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

  @Test
  void whatSomebodyElseTakesGoesAwayWithHisName() {
    try (Person ada = chromium.person(demo.url(), "ada");
        Person ben = chromium.person(demo.url(), "ben")) {
      String item = demo.park(Medium.WORKITEM, demo.teamBin());
      ada.open("team-wb");
      ben.open("team-wb");
      ada.row(item).waitFor();
      String before = ada.count("team-wb");

      ben.row(item).dblclick();

      ada.sees(".row.ghost", "Ben Lindqvist took it");
      ada.until(() -> assertThat(ada.row(item).count()).isZero());
      assertThat(Integer.parseInt(ada.count("team-wb"))).isEqualTo(Integer.parseInt(before) - 1);
      ben.sees(".item .chip", "In your hand");

      ben.press("Put back");

      ada.row(item).waitFor();
      ada.until(() -> assertThat(ada.count("team-wb")).isEqualTo(before));
      assertThat(ada.complaints()).isEmpty();
      assertThat(ben.complaints()).isEmpty();
    }
  }

  @Test
  void whoComesSecondIsToldWhoHasItAndTakesTheNextWithOneKey() {
    try (Person ada = chromium.person(demo.url(), "ada")) {
      String item = demo.park(Medium.CHAT, demo.teamBin());
      ada.open("team-wb");
      ada.row(item).click();
      ada.page()
          .route(
              url -> url.contains("/me/workbins/"),
              route -> {
                if (isPull(route)) {
                  pull("ben", item); // while her request is under way
                }
                route.resume();
              });

      ada.press("Take");

      ada.sees(".notice", "Ben Lindqvist has “A test” since");
      ada.page().unrouteAll();
      ada.sees(".notice .next", "Take the next: ");
      String next = ada.find(".notice .next span").innerText().replace("Take the next: ", "");
      ada.key("n");
      ada.sees(".item .chip", "In your hand");
      assertThat(ada.find(".item h2").innerText()).isEqualTo(next);
      ada.press("Put back");
      ada.find(".item .chip").waitFor(hidden());
    }
    release("ben");
  }

  @Test
  void severalAreTakenAtOnceAndWhoWasFasterIsTold() {
    List<String> items =
        Stream.generate(() -> demo.park(Medium.WORKITEM, demo.teamBin())).limit(3).toList();
    try (Person ada = chromium.person(demo.url(), "ada")) {
      ada.open("team-wb");
      items.forEach(item -> ada.row(item).locator(".mark input").check());
      ada.sees(".marked-bar", "3 marked");
      assertThat(ada.find(".marked-bar").innerText()).doesNotContain("Move to");
      ada.page()
          .route(
              url -> url.contains("/me/workbins/"),
              route -> {
                if (isPull(route)) {
                  pull("ben", items.get(1)); // while her request is under way
                }
                route.resume();
              });

      ada.press("Take 3");

      ada.sees(".notices", "2 of 3 items are yours.");
      ada.sees(".notices", "Ben Lindqvist has “A test” since");
      ada.page().unrouteAll();
      ada.until(() -> assertThat(ada.find(".marked-bar").count()).isZero());
      ada.find("ow-bins a:has-text('In hand')").click();
      ada.row(items.get(0)).waitFor();
      ada.row(items.get(2)).waitFor();
    }
    release("ada");
    release("ben");
  }

  @Test
  void whatWasTypedSurvivesAReloadAndTheLossOfTheItem() {
    String item = demo.park(Medium.WORKITEM, demo.teamBin());
    try (Person ada = chromium.person(demo.url(), "ada")) {
      ada.open("team-wb");
      ada.row(item).dblclick();
      ada.find("textarea[name=comment]").fill("The hotel has a room left");
      ada.page().reload();
      ada.until(() ->
          assertThat(ada.find("textarea[name=comment]").inputValue())
              .isEqualTo("The hotel has a room left"));

      client("ada").post("/api/v2/me/workitems/" + item, "{\"operationName\":\"Release\"}");

      ada.sees(".item .kept", "The hotel has a room left");
      ada.press("Take");
      ada.until(() ->
          assertThat(ada.find("textarea[name=comment]").inputValue())
              .isEqualTo("The hotel has a room left"));
      ada.key("Control+s");
      ada.find(".saving").waitFor(hidden());
      assertThat(client("ada").get("/api/v2/me/workitems/" + item).text())
          .contains("\"comment\":\"The hotel has a room left\"");
      ada.press("Complete");
      ada.sees(".notice", "is completed");
    }
  }

  @Test
  void whatIsGivenBackWhileTheHandIsReadIsNotInHand() {
    String stays = demo.park(Medium.WORKITEM, demo.teamBin());
    String leaves = demo.park(Medium.WORKITEM, demo.teamBin());
    pull("ada", stays);
    pull("ada", leaves);
    try (Person ada = chromium.person(demo.url(), "ada")) {
      ada.open("team-wb");
      List<Runnable> answers = heldBack(ada, url -> url.contains("/me/workitems?"), _ -> true);
      ada.page().reload();
      ada.page().waitForCondition(() -> answers.size() >= 2); // at once, and when it is online

      client("ada").post("/api/v2/me/workitems/" + leaves, "{\"operationName\":\"Release\"}");
      ada.row(leaves).waitFor();
      for (int i = 0; i < answers.size(); i++) {
        answers.get(i).run(); // others may come meanwhile
      }

      ada.find("ow-bins a:has-text('In hand')").click();
      ada.row(stays).waitFor();
      assertThat(ada.row(leaves).count()).isZero();
    }
    release("ada");
  }

  @Test
  void whatIsGivenBackWhileItIsReadIsNotInHand() {
    String item = demo.park(Medium.WORKITEM, demo.teamBin());
    try (Person ada = chromium.person(demo.url(), "ada")) {
      ada.open("team-wb");
      List<Runnable> answers =
          heldBack(ada, url -> url.endsWith("/me/workitems/" + item), _ -> true);
      ada.row(item).dblclick();
      ada.page().waitForCondition(() -> answers.size() == 1);

      client("ada").post("/api/v2/me/workitems/" + item, "{\"operationName\":\"Release\"}");
      ada.row(item).waitFor();
      answers.getFirst().run();

      ada.find("ow-bins a:has-text('In hand')").click();
      ada.page().waitForTimeout(500); // it would have come by then
      assertThat(ada.row(item).count()).isZero();
    }
  }

  @Test
  void whatIsTypedInTwoPagesIsKeptInBoth() {
    String item =
        demo.park(
            Medium.WORKITEM,
            demo.teamBin(),
            new Content("Inbound", "2026-11-22 09:00:00.000+0000", 0, "{}", "{\"Seat\":\"12A\"}"));
    try (Person ada = chromium.person(demo.url(), "ada")) {
      ada.open("team-wb");
      ada.row(item).dblclick();
      Locator comment = ada.find("textarea[name=comment]");
      comment.waitFor();
      Page second = ada.page().context().newPage();
      second.navigate(ada.page().url());
      Locator seat = second.locator(".item dd input").first();
      seat.waitFor();

      comment.fill("Called twice");
      seat.fill("14C");
      ada.page().reload();

      ada.until(() -> assertThat(comment.inputValue()).isEqualTo("Called twice"));
      assertThat(ada.find(".item dd input").first().inputValue()).isEqualTo("14C");
      assertThat(second.locator("textarea[name=comment]").inputValue()).isEqualTo("Called twice");
    }
    release("ada");
  }

  @Test
  void aKeyThatIsHeldTakesOneItem() {
    String item = demo.park(Medium.WORKITEM, demo.teamBin());
    try (Person ada = chromium.person(demo.url(), "ada")) {
      ada.open("team-wb");
      ada.row(item).click();
      for (int i = 0; i < 10; i++) {
        ada.page().keyboard().down("Enter"); // again and again without letting go
        ada.page().waitForTimeout(100);
      }
      ada.page().keyboard().up("Enter");

      ada.find("ow-bins a:has-text('In hand')").click();
      ada.row(item).waitFor();
      assertThat(ada.find(".row:not(.ghost)").count()).isEqualTo(1);
    }
    release("ada");
  }

  @Test
  void whatIsSavedBeforeThePullIsAnsweredIsSavedAfterIt() {
    String item = demo.park(Medium.WORKITEM, demo.teamBin());
    try (Person ada = chromium.person(demo.url(), "ada")) {
      ada.open("team-wb");
      List<Runnable> answers =
          heldBack(ada, url -> url.contains("/me/workbins/"), PageTeamIT::isPull);
      ada.row(item).dblclick();
      ada.find("textarea[name=comment]").fill("Told by push already"); // before the answer is here
      ada.key("Control+s");

      answers.forEach(Runnable::run);

      ada.find(".saving").waitFor(hidden());
      assertThat(client("ada").get("/api/v2/me/workitems/" + item).text())
          .contains("\"comment\":\"Told by push already\"");
    }
    release("ada");
  }

  @Test
  void whoWasCutOffIsToldSoAndCatchesUp() {
    String gone = demo.park(Medium.WORKITEM, demo.teamBin());
    try (Cable cable = new Cable(demo.url());
        Person ada = chromium.person(cable.url(), "ada")) {
      ada.open("team-wb");
      ada.row(gone).waitFor();
      int before = Integer.parseInt(ada.count("team-wb"));

      cable.pull();
      ada.sees(".connection.away", "No connection since");
      pull("ben", gone);
      String came = demo.park(Medium.EMAIL, demo.teamBin());
      String too = demo.park(Medium.CHAT, demo.teamBin());
      cable.plug();

      ada.find(".connection.online").waitFor();
      ada.row(came).waitFor();
      ada.row(too).waitFor();
      ada.until(() -> assertThat(ada.row(gone).count()).isZero());
      ada.until(() -> assertThat(ada.count("team-wb")).isEqualTo(Integer.toString(before + 1)));
      assertThat(ada.count("team-wb")).isEqualTo(Long.toString(parked()));
    }
    release("ben");
  }

  @Test
  void whoseConnectionIsEndedGetsAnotherOne() {
    try (Person ada = chromium.person(demo.url(), "ada")) {
      ada.open("team-wb");
      TestClient admin = client("admin");
      List<String> connections =
          admin
              .get("/api/v2/users/%s/sessions".formatted(demo.user("ada").value()))
              .json()
              .at("/sessions")
              .valueStream()
              .filter(session -> session.has("transport"))
              .map(session -> session.at("/id").asString())
              .toList();
      assertThat(connections).isNotEmpty();

      connections.forEach(id -> admin.delete("/api/v2/sessions/" + id));
      String meanwhile = demo.park(Medium.WORKITEM, demo.teamBin());

      ada.row(meanwhile).waitFor();
      ada.find(".connection.online").waitFor();
    }
  }

  @Test
  void whoEndsHerContactCenterSessionElsewhereGoesOnHere() {
    try (Person ada = chromium.person(demo.url(), "ada")) {
      ada.open("team-wb");

      client("ada").post("/api/v2/me", "{\"operationName\":\"EndContactCenterSession\"}");
      String meanwhile = demo.park(Medium.WORKITEM, demo.teamBin());

      ada.row(meanwhile).waitFor();
      ada.find(".connection.online").waitFor();
    }
  }

  /** What goes out to that address is answered, which the page is told only by what is returned. */
  private static List<Runnable> heldBack(
      Person person, Predicate<String> address, Predicate<Route> which) {
    List<Runnable> answers = new ArrayList<>();
    person
        .page()
        .route(
            address,
            route -> {
              if (which.test(route)) {
                APIResponse answer = route.fetch();
                answers.add(() -> route.fulfill(new FulfillOptions().setResponse(answer)));
              } else {
                route.resume();
              }
            });
    return answers;
  }

  private static boolean isPull(Route route) {
    return route.request().method().equals("POST")
        && route.request().postData().contains("PullInteraction");
  }

  private static WaitForOptions hidden() {
    return new WaitForOptions().setState(WaitForSelectorState.HIDDEN);
  }

  private static long parked() {
    return client("ada").get(TEAM_BIN + "&subresources=*").json().at("/workbin/itemCount").asLong();
  }

  private static void pull(String user, String item) {
    Reply reply =
        client(user)
            .post(TEAM_BIN, "{\"operationName\":\"PullInteraction\",\"id\":\"" + item + "\"}");
    assertThat(reply.status()).isEqualTo(200);
  }

  /** Gives back all that he has in hand. */
  private static void release(String user) {
    for (String medium : new String[] {"chats", "workitems"}) {
      client(user)
          .get("/api/v2/me/" + medium + "?fields=id")
          .json()
          .get(medium)
          .forEach(item ->
              client(user)
                  .post(
                      "/api/v2/me/" + medium + "/" + item.get("id").stringValue(),
                      "{\"operationName\":\"Release\"}"));
    }
  }

  private static TestClient client(String user) {
    return demo.client(user);
  }
}
