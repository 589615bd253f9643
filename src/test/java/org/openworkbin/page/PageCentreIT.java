package org.openworkbin.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.ObjectKey;
import org.openworkbin.directory.Role;
import org.openworkbin.directory.User;
import org.openworkbin.directory.Workbin;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.testing.Chromium;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.Person;

/** The contact centre as a whole: files, sessions, features, what was changed, and many users. */
class PageCentreIT {
  private static final int MANY = 10_000;

  private static final String BAD =
      """
      places:
        - name: Desk-77
          colour: red
      """;

  private static final String GOOD =
      """
      places:
        - name: Desk-77
      users:
        - userName: ben
          firstName: Benjamin
        - userName: ada
          firstName: Ada
      """;

  private static Chromium chromium;
  private DemoServer demo;

  @BeforeAll
  static void open() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void start() {
    demo = DemoServer.start();
  }

  @AfterEach
  void stop() {
    demo.close();
  }

  @Test
  void aFileIsPreviewedWithItsProblemsAndThenLoaded() {
    try (Person admin = administrator("import")) {
      choose(admin, BAD);
      admin.press("Preview");
      admin.sees(".line-problems [data-line='3']", "a place has no field 'colour'");
      admin.find(".line-problems button").click();
      assertThat(admin.page().evaluate("() => getSelection().toString()"))
          .isEqualTo("    colour: red");

      choose(admin, GOOD);
      admin.press("Preview");
      admin.sees(".verdicts", "1 to add, 1 to change, 1 as they are");
      admin.sees("[data-verdict=changed]", "firstName");
      assertThat(demo.part(Directories.class).now().placeNamed("Desk-77")).isEmpty();

      admin.press("Load it");

      admin.sees(".verdicts", "1 added, 1 changed, 1 as they are");
      assertThat(demo.part(Directories.class).now().placeNamed("Desk-77")).isPresent();
      admin.sees("[data-section=places] .count", "4");
      go(admin, "changes");
      admin.find("details[data-number] summary:has-text('ben')").first().click();
      admin.sees(".compared del", "Ben");
      admin.sees(".compared ins", "Benjamin");
      admin.find("select[name=kind]").selectOption("place");
      admin.sees("details summary", "Desk-77");
      admin.until(() -> assertThat(admin.find("details summary:has-text('ben')").count()).isZero());
      assertThat(admin.complaints()).isEmpty();
    }
  }

  @Test
  void theWholeContactCentreIsDownloaded() throws IOException {
    try (Person admin = administrator("import")) {
      Download file = admin.page().waitForDownload(() -> admin.find("a[download]").click());

      assertThat(file.suggestedFilename()).isEqualTo("contact-centre.yaml");
      assertThat(Files.readString(file.path())).contains("userName: ada").doesNotContain("argon2");
      admin.find("input[name=passwords]").check();
      Download whole = admin.page().waitForDownload(() -> admin.find("a[download]").click());
      assertThat(Files.readString(whole.path())).contains("argon2");
    }
  }

  @Test
  void whoseSessionIsEndedHasToSignInAgain() {
    try (Person ada = chromium.person(demo.url(), "ada");
        Person admin = administrator("sessions")) {
      admin.find("[data-user=ada] button").click();

      ada.find("input[name=userName]").waitFor();
      ada.sees("[role=alert]", "Your session has ended");
      admin.until(() -> assertThat(admin.find("[data-user=ada]").count()).isZero());
    }
  }

  @Test
  void whatIsSwitchedOffSaysSoAndIsSwitchedOnAgain() {
    try (Person admin = administrator("features")) {
      admin.find("input[name=api-platform-configuration-read]").uncheck();
      admin.sees(".saving", "You can switch them on again on this page");
      admin.press("Save");
      admin.sees(".notice", "The features are saved.");
      go(admin, "users");
      admin.sees("ow-things .empty", "This is switched off");
      admin.page().getByText("To the features").click();
      admin.find("input[name=api-platform-configuration-read]").check();
      admin.press("Save");
      go(admin, "users");
      admin.sees(".row", "Ada Okafor");
    }
  }

  @Test
  void switchesThatSomebodyElseHasMovedAreShownBeforeMineAreKept() {
    try (Person admin = administrator("features");
        Person other = administrator("features")) {
      other.find("input[name=api-voice]").uncheck();
      other.press("Save");
      other.sees(".notice", "The features are saved.");

      admin.find("input[name=api-agent-control]").uncheck();
      admin.press("Save");

      admin.sees(".saving", "Somebody else has switched features meanwhile");
      assertThat(admin.find("input[name=api-voice]").isChecked()).isFalse();
      assertThat(admin.find("input[name=api-agent-control]").isChecked()).isFalse();
      admin.press("Save");
      admin.sees(".notice", "The features are saved.");
    }
  }

  @Test
  void anAdministratorWithoutAnyBinIsLedToWhereTheyAreMade() {
    ObjectKey[] workbins =
        demo.part(Directories.class).now().workbins().stream()
            .map(Workbin::key)
            .toArray(ObjectKey[]::new);
    demo.change(DirectoryChange.removing(workbins));
    try (Person admin = chromium.person(demo.url(), "admin");
        Person ada = chromium.person(demo.url(), "ada")) {
      ada.sees("ow-list", "An administrator sets them up");
      admin.find("ow-list .empty a").click();
      admin.sees("ow-things .empty", "No workbins yet");
      assertThat(admin.page().url()).endsWith("#/administration/workbins");
    }
  }

  @Test
  void amongTenThousandUsersOneIsFoundWhileOneTypes() {
    IdGenerator ids = demo.part(IdGenerator.class);
    demo.change(
        DirectoryChange.of(
            IntStream.range(0, MANY)
                .mapToObj(i ->
                    new User(
                        ids.newUserId(),
                        "agent" + i,
                        "Pat",
                        "Number" + i,
                        "",
                        Set.of(Role.ROLE_AGENT),
                        true,
                        false,
                        Optional.empty()))
                .toList()));
    try (Person admin = administrator("users")) {
      admin.sees("ow-things .part", "10,006 users");
      assertThat(admin.find(".row").count()).isBetween(10, 60);
      admin.find("ow-things input[type=search]").fill("pat number4711");
      admin.until(() -> assertThat(admin.find(".row").count()).isEqualTo(1));
      admin.find(".row").click();
      admin.sees(".thing h2", "Pat Number4711");

      go(admin, "agent-groups");
      admin.find(".row").first().click();
      admin.find("ow-chooser input[type=search]").first().fill("number471");
      admin.until(() ->
          assertThat(admin.find("ow-chooser").first().locator(".check").count()).isEqualTo(11));
    }
  }

  @ParameterizedTest
  @CsvSource({"1280,LIGHT", "1280,DARK", "1600,LIGHT", "400,LIGHT", "400,DARK"})
  void noRuleOfAccessIsBroken(int width, ColorScheme colours) {
    try (Person admin = chromium.visitor(demo.url(), Person.checked(width, colours))) {
      admin.signIn("admin");
      visit(admin, "", ".parts [data-section=users] .count", "parts");
      visit(admin, "/users", ".row", "users");
      visit(admin, "/users/105", "ow-form", "user");
      admin.find("input[name=firstName]").fill("X");
      admin.sound("typed");
      admin.press("Discard");
      admin.press("Set a new password…");
      admin.press("Set the password");
      admin.sound("password");
      admin.key("Escape");
      admin.press("Remove…");
      admin.sees("dialog", "orphaned bins");
      admin.sound("removal");
      admin.key("Escape");
      visit(admin, "/users/new", "ow-form", "new user");
      admin.press("Create");
      admin.sees("#remark-userName", "It needs a name.");
      admin.sound("refused");
      visit(admin, "/agent-groups/111", "ow-chooser .check", "group");
      demo.removeDispositions();
      visit(admin, "/dispositions", "ow-things .empty", "dispositions");
      visit(admin, "/sessions", "[data-user=admin]", "sessions");
      visit(admin, "/features", ".switch", "features");
      visit(admin, "/changes", "details[data-number]", "changes");
      admin.find("details[data-number] summary").first().click();
      admin.sound("change");
      visit(admin, "/import", "textarea", "import");
      choose(admin, BAD);
      admin.press("Preview");
      admin.find(".line-problems").waitFor();
      admin.sound("problems");
      choose(admin, GOOD);
      admin.press("Preview");
      admin.find(".verdicts table").waitFor();
      admin.sound("verdicts");
      admin.fits();
    }
  }

  private void visit(Person person, String part, String shown, String where) {
    person.page().navigate(demo.url() + "/#/administration" + part);
    person.find(shown).first().waitFor();
    person.sound(where);
    person.fits();
  }

  private Person administrator(String part) {
    Person admin = chromium.person(demo.url(), "admin");
    go(admin, part);
    return admin;
  }

  private void go(Person person, String part) {
    person.page().navigate(demo.url() + "/#/administration/" + part);
    person.find("[data-section='" + part + "'][aria-current=page]").waitFor();
  }

  private static void choose(Person person, String text) {
    person
        .page()
        .setInputFiles(
            "input[type=file]",
            new FilePayload[] {
              new FilePayload("centre.yaml", "application/yaml", text.getBytes(UTF_8))
            });
    person.until(() -> assertThat(person.find("textarea").inputValue()).isEqualTo(text));
  }
}
