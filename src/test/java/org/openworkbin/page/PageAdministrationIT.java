package org.openworkbin.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Request;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openworkbin.testing.Chromium;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.Person;

/** Administrators at work on people, groups and what else a contact centre is made of. */
class PageAdministrationIT {
  private static final String HOSTILE = "<img src=x onerror=alert(1)>${7*7}";

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
  void whoIsCreatedSignsInAtOnce() {
    try (Person admin = administrator();
        Person gil = chromium.visitor(demo.url())) {
      go(admin, "users");
      admin.press("New user");
      admin.find("input[name=userName]").fill("gil");
      admin.find("input[name=firstName]").fill("Gil");
      admin.find("input[name=password]").fill("a good start");
      admin.find("input[name=changePasswordOnFirstLogin]").uncheck();
      admin.press("Create");
      admin.sees(".thing h2", "Gil");

      gil.find("input[name=userName]").fill("gil");
      gil.find("input[name=password]").fill("a good start");
      gil.key("Enter");

      gil.find(".connection.online").waitFor();
      gil.sees("ow-bins", "In Progress");
      assertThat(admin.complaints()).isEmpty();
    }
  }

  @Test
  void whoIsPutIntoAGroupSeesItsBinWithoutAReload() {
    try (Person admin = administrator();
        Person dan = chromium.person(demo.url(), "dan")) {
      dan.find("a[data-bin=In_Progress]").waitFor();
      assertThat(dan.find("a[data-bin=team-wb]").count()).isZero();
      go(admin, "agent-groups");
      line(admin, "MyAgentGroup").click();
      admin.find("ow-chooser input[type=search]").first().fill("dan");
      admin.find("ow-chooser .check").filter(new FilterOptions().setHasText("Dan")).click();
      admin.press("Save");
      admin.sees(".notice", "“MyAgentGroup” is saved.");

      dan.find("a[data-bin=team-wb]").waitFor();
      dan.open("team-wb");
      dan.find(".row").first().waitFor();
    }
  }

  @Test
  void whoWasOvertakenIsShownTheNewStateAndKeepsWhatHeTyped() {
    try (Person one = administrator();
        Person other = administrator()) {
      for (Person each : List.of(one, other)) {
        go(each, "users");
        line(each, "ben").click();
        each.find("input[name=lastName]").waitFor();
      }
      other.find("input[name=firstName]").fill("Benjamin");
      other.find("input[name=lastName]").fill("Lind");
      other.press("Save");
      other.sees(".notice", "is saved");

      one.find("input[name=lastName]").fill("Lindqvist-Berg");
      one.press("Save");

      one.sees(".overtaken", "Max Keller has changed this");
      one.sees(".overtaken", "is now Lind, you typed Lindqvist-Berg");
      assertThat(one.find("input[name=lastName]").inputValue()).isEqualTo("Lindqvist-Berg");
      one.press("Go on with what I typed");
      assertThat(one.find("input[name=firstName]").inputValue()).isEqualTo("Benjamin");
      one.press("Save");
      one.sees(".notice", "“Benjamin Lindqvist-Berg” is saved.");
    }
  }

  @Test
  void aChangeOfSomethingElseOvertakesNobody() {
    try (Person admin = administrator()) {
      go(admin, "users");
      line(admin, "cleo").click();
      admin.find("input[name=lastName]").fill("Marchetti-Rossi");
      demo.client("admin").post("/api/v2/administration/queues", "{\"name\":\"Made in between\"}");

      admin.press("Save");

      admin.sees(".notice", "“Cleo Marchetti-Rossi” is saved.");
    }
  }

  @Test
  void aRefusalStandsBesideItsCauseAndLosesNothing() {
    try (Person admin = administrator()) {
      go(admin, "users");
      admin.press("New user");
      admin.find("input[name=userName]").fill("ada");
      admin.find("input[name=firstName]").fill("Adam");
      admin.find("input[name=password]").fill("short");
      admin.press("Create");
      admin.sees("#remark-password", "A password has 8 to");
      admin.find("input[name=password]:focus").fill("long enough");
      admin.press("Create");
      admin.sees("#remark-userName", "There is another user of that name.");
      assertThat(admin.find("input[name=userName]").getAttribute("aria-invalid")).isEqualTo("true");

      go(admin, "queues");
      line(admin, "Incoming").waitFor();
      go(admin, "users");
      admin.press("New user");

      assertThat(admin.find("input[name=firstName]").inputValue()).isEqualTo("Adam");
      admin.press("Discard");
    }
  }

  @Test
  void beforeSomethingIsRemovedItIsSaidWhatFollows() {
    demo.client("admin").post("/api/v2/users", "{\"userName\":\"hal\",\"roles\":[\"ROLE_AGENT\"]}");
    try (Person admin = administrator()) {
      go(admin, "users");
      line(admin, "hal").click();
      admin.press("Remove…");
      admin.sees("dialog", "Their bins are empty.");
      admin.find("dialog .danger").click();
      admin.sees(".notice", "“hal” is removed.");
      admin.until(() -> assertThat(line(admin, "hal").count()).isZero());

      line(admin, "sue").click();
      admin.press("Remove…");
      admin.sees("dialog", "They leave MyAgentGroup.");
      admin.sees("dialog", "among the orphaned bins");
      admin.key("Escape");

      go(admin, "queues");
      line(admin, "Incoming").click();
      admin.press("Remove…");
      admin.find("dialog .danger").click();
      admin.sees("dialog .problem", "Interactions wait in this queue.");
    }
  }

  @Test
  void workbinsAndWhatAgentsMaySayAreMadeAndRenamed() {
    try (Person admin = administrator();
        Person ada = chromium.person(demo.url(), "ada")) {
      go(admin, "workbins");
      admin.press("New workbin");
      admin.find("input[name=displayName]").fill("Complaints");
      admin.find("input[name=name]").fill("complaints-wb");
      admin.press("Create");
      admin.sees(".notice", "“Complaints” is there.");
      ada.sees("a[data-bin=complaints-wb]", "Complaints");
      admin.find("input[name=displayName]").fill("Grumbles");
      admin.press("Save");
      admin.sees(".notice", "is saved.");
      ada.page().reload();
      ada.sees("a[data-bin=complaints-wb]", "Grumbles");

      demo.removeDispositions();
      go(admin, "dispositions");
      admin.sees(".empty", "No dispositions yet");
      admin.press("New disposition");
      admin.find("input[name=displayName]").fill("Sold");
      admin.find("input[name=name]").fill("sold");
      admin.press("Create");
      admin.sees(".row", "Sold");
      go(admin, "agent-states");
      line(admin, "NotReady").click();
      admin.sees(".thing", "It is the same in every contact centre");
      assertThat(admin.complaints()).isEmpty();
    }
  }

  @Test
  void aUserIsMadeByTheKeyboardAlone() {
    try (Person admin = administrator()) {
      admin.find(".areas a[href='#/administration']").focus();
      admin.key("Enter");
      admin.find("ow-table .row").first().waitFor();
      admin.key("/");
      admin.find("ow-things input[type=search]:focus").waitFor();
      type(admin, "sue");
      admin.until(() -> assertThat(admin.find(".row").count()).isEqualTo(1));
      admin.key("ArrowDown");
      admin.find("ow-table [role=grid]:focus").waitFor();
      admin.key("Enter");
      admin.find("input[name=firstName]:focus").waitFor();
      admin.key("Control+a");
      type(admin, "Susan");
      admin.key("Control+s");
      admin.sees(".notice", "“Susan Tanaka” is saved.");
      admin.key("Escape");
      admin.find("ow-table [role=grid]:focus").waitFor();

      admin.find("ow-things .part button").focus();
      admin.key("Enter");
      admin.find("input[name=userName]:focus").waitFor();
      type(admin, "kit");
      admin.key("Tab");
      type(admin, "Kit");
      admin.key("Enter");
      admin.sees(".thing h2", "Kit");
      admin.find(".thing .danger").focus();
      admin.key("Enter");
      admin.find("dialog[open]").waitFor();
      admin.key("Escape");
      admin.until(() -> assertThat(admin.find("dialog").count()).isZero());
    }
  }

  @Test
  void anAgentGetsNothingByTypingTheAddress() {
    try (Person ada = chromium.person(demo.url(), "ada")) {
      List<String> asked = new CopyOnWriteArrayList<>();
      ada.page().onRequest((Request request) -> asked.add(request.url()));
      for (String part : List.of("", "/users/105", "/changes", "/import")) {
        ada.page().navigate(demo.url() + "/#/administration" + part);
        ada.sees("main", "This part of the page is not for you");
      }
      assertThat(asked)
          .noneMatch(url -> url.contains("/administration/"))
          .noneMatch(url -> url.contains("/platform/"));
      assertThat(ada.find(".areas a[href='#/administration']").count()).isZero();
    }
  }

  @Test
  void whateverAnybodyIsCalledIsTextAndNeverMarkup() {
    demo.client("admin")
        .post(
            "/api/v2/users",
            "{\"userName\":\"odd\",\"firstName\":\"%1$s\",\"lastName\":\"%1$s\"}"
                .formatted(HOSTILE));
    try (Person admin = administrator()) {
      go(admin, "users");
      line(admin, "odd").click();
      admin.sees(".thing h2", HOSTILE);
      admin.press("Remove…");
      admin.sees("dialog", HOSTILE);
      admin.key("Escape");
      go(admin, "changes");
      admin
          .find("details[data-number] summary")
          .filter(new FilterOptions().setHasText("odd"))
          .click();
      admin.sees(".compared", HOSTILE);
      assertThat(admin.find("img, body script").count()).isZero();
      assertThat(admin.complaints()).isEmpty();
    }
  }

  private static Person administrator() {
    return chromium.person(demo.url(), "admin");
  }

  private static void go(Person person, String part) {
    person.page().navigate(demo.url() + "/#/administration/" + part);
    person.find("[data-section='" + part + "'][aria-current=page]").waitFor();
  }

  /** The line with that text. */
  private static Locator line(Person person, String text) {
    return person.find(".row").filter(new FilterOptions().setHasText(text)).first();
  }

  private static void type(Person person, String text) {
    person.page().keyboard().type(text);
  }
}
