package org.openworkbin.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.openworkbin.testing.Chromium;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.Person;

/** The pictures of the README, taken from the demo; with {@code -Dpictures} they replace them. */
class PagePicturesIT {
  private static final Path FOLDER =
      System.getProperty("pictures") == null
          ? Path.of("target", "pictures")
          : Path.of("docs", "pictures");

  @Test
  void theDemoLooksAsInTheReadme() {
    try (Chromium chromium = Chromium.start();
        DemoServer demo = DemoServer.start();
        Person ben = chromium.person(demo.url(), "ben")) {
      ben.open("team-wb");
      picture(chromium, demo, ben, ColorScheme.LIGHT, "desk.png");
      picture(chromium, demo, ben, ColorScheme.DARK, "desk-dark.png");
    }
  }

  @Test
  void theViewOfASupervisorLooksAsInTheReadme() {
    try (Chromium chromium = Chromium.start();
        BusyDay day = new BusyDay();
        Person sue =
            chromium.visitor(day.demo().url(), BusyDay.window().setViewportSize(1340, 680))) {
      day.tellTime(sue);
      sue.signIn("sue");
      sue.find(".areas a:has-text('Team')").click();
      sue.find(".holder").first().waitFor();
      sue.until(
          () -> assertThat(sue.find(".spark").count()).isEqualTo(sue.find("tr[data-bin]").count()));
      taken(sue, "team.png");
      sue.find("tr[data-bin='Team (MyAgentGroup)'] a").click();
      sue.find(".chart").first().waitFor();
      sue.find(".row").first().waitFor();
      taken(sue, "figures.png");
    }
  }

  @Test
  void theViewOfAnAdministratorLooksAsInTheReadme() {
    try (Chromium chromium = Chromium.start();
        DemoServer demo = DemoServer.start();
        Person admin =
            chromium.visitor(demo.url(), new NewContextOptions().setViewportSize(1340, 680))) {
      admin.signIn("admin");
      admin.find(".areas a:has-text('Administration')").click();
      admin.find(".row:has-text('cleo')").click();
      admin.sees(".user-sessions", "Not signed in");
      taken(admin, "administration.png");
    }
  }

  private static void taken(Person person, String name) {
    byte[] picture =
        person.page().screenshot(new ScreenshotOptions().setPath(FOLDER.resolve(name)));
    assertThat(picture).isNotEmpty();
  }

  private static void picture(
      Chromium chromium, DemoServer demo, Person ben, ColorScheme colours, String name) {
    NewContextOptions window =
        new NewContextOptions().setViewportSize(1340, 680).setColorScheme(colours);
    try (Person ada = chromium.visitor(demo.url(), window)) {
      ada.signIn("ada");
      ada.open("team-wb");
      ada.row("0001DEMOTWIT0001").click();
      ada.sees(".timeline", "Came in");
      ben.row("0001DEMOCHAT0002").dblclick();
      ada.sees(".row.ghost", "Ben Lindqvist took it");
      taken(ada, name);
      ben.sees(".item .chip", "In your hand");
      ben.press("Put back");
      ben.row("0001DEMOCHAT0002").waitFor();
    }
  }
}
