package org.openworkbin.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openworkbin.testing.Chromium;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.Person;

/** The parts of the page, and who is shown the way to them. */
class PageAreasIT {
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
  void anAgentWhoManagesNobodySeesNeitherTeamNorAdministration() {
    try (Person ada = chromium.person(demo.url(), "ada")) {
      ada.open("team-wb");
      assertThat(ada.find(".areas").count()).isZero();

      for (String area : new String[] {"team", "administration"}) {
        ada.page().navigate(demo.url() + "/#/" + area);

        ada.sees("main", "This part of the page is not for you");
        assertThat(ada.find("ow-team, ow-administration").count()).isZero();
      }
      ada.page().getByText("To my work").click();
      ada.find("[role=grid]").waitFor();
    }
  }

  @Test
  void whoManagesAGroupSeesTeamAndAnAdministratorBoth() {
    try (Person sue = chromium.person(demo.url(), "sue");
        Person admin = chromium.person(demo.url(), "admin")) {
      sue.until(
          () -> assertThat(sue.find(".areas a").allInnerTexts()).containsExactly("Work", "Team"));
      assertThat(admin.find(".areas a").allInnerTexts())
          .containsExactly("Work", "Team", "Administration");
    }
  }

  @Test
  void thePartIsKeptInTheAddressAndReachedByTheKeyboard() {
    try (Person admin = chromium.person(demo.url(), "admin")) {
      admin.find(".areas a[aria-current=page]").focus();
      admin.key("Tab");
      admin.key("Enter");
      admin.find("ow-team").waitFor();
      admin.key("Tab");
      admin.key("Enter");
      admin.find("ow-administration").waitFor();
      assertThat(admin.page().url()).endsWith("#/administration");

      admin.page().reload();
      admin.find("ow-administration").waitFor();
      assertThat(admin.find(".areas a[aria-current=page]").allInnerTexts())
          .containsExactly("Administration");

      admin.page().goBack();
      admin.find("ow-team").waitFor();
      assertThat(admin.complaints()).isEmpty();
    }
  }

  @Test
  void theKeysOfTheWorkDoNothingAmongTheFormsOfAnAdministrator() {
    try (Person admin = chromium.person(demo.url(), "admin")) {
      admin.find(".areas a:has-text('Administration')").click();
      admin.find(".row").first().waitFor();
      admin.find(".areas a[aria-current=page]").focus();
      for (String key : new String[] {"w", "?", "m"}) {
        admin.key(key);
      }
      admin.key("/");
      admin.find("input[type=search]:focus").waitFor();
      assertThat(admin.find("dialog").count()).isZero();

      admin.find(".areas a:has-text('Work')").click();
      admin.key("?");
      admin.sees("dialog", "Keyboard shortcuts");
    }
  }
}
