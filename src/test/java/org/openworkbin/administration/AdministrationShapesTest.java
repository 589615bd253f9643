package org.openworkbin.administration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openworkbin.directory.Directories;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.Golden;
import org.openworkbin.testing.TestClient.Reply;

/** Every shape of what is read around workbins, whole. */
class AdministrationShapesTest {
  private static final String CENTER = "00000000-0000-4000-8000-000000000000";

  private static DemoServer demo;

  @BeforeAll
  static void start() {
    demo = DemoServer.start();
    Sample.fill(demo);
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          admin | /users?limit=2                          | users-uris
          dan   | /users?userName=ada&fields=*            | users-to-a-stranger
          admin | /users?userName=ada,eve&subresources=*  | users-with-subresources
          ada   | /me/skills?fields=*                     | known-skills
          admin | /skills?fields=*                        | skills
          admin | /devices?fields=*&sortBy=id             | devices-list
          ada   | /contacts?name=ada,ben,Review           | contacts
          ada   | /groups?fields=*&subresources=*         | groups
          ada   | /groups?type=dispositions&fields=*      | groups-dispositions
          ada   | /me/groups?type=BusinessUnit&fields=*   | groups-none
          ada   | /places?fields=*&limit=1                | places
          ada   | /queues?fields=*&limit=1                | queues
          ada   | /features/api-voice                     | feature
          admin | /system/features                        | features-uris
          admin | /ops/contact-centers?fields=*           | contact-centers
          ada   | /services?fields=*                      | services
          ada   | /settings                               | settings-groups
          ada   | /settings/agent-states                  | settings-agent-states
          ada   | /settings/dispositions                  | settings-list
          ada   | /settings/general-settings              | settings-object
          ada   | /settings/desk/colours                  | setting
          ada   | /me/settings                            | me-settings
          ada   | /business-attributes                    | business-attributes
          """)
  void asTheGoldenFileHasIt(String user, String path, String golden) {
    assertGolden(demo.client(user).get("/api/v2" + path), golden);
    int query = path.indexOf('?');
    String withSlash =
        query < 0 ? path + "/" : path.substring(0, query) + "/" + path.substring(query);
    assertGolden(demo.client(user).get("/api/v2" + withSlash), golden);
  }

  @Test
  void theOldAddressesOfDesktopsAnswerTheSame() {
    assertGolden(demo.client("ada").get("/internal-api/me/settings?fields=*"), "me-settings");
    assertGolden(
        demo.client("ada").get("/internal-api/business-attributes"), "business-attributes");
    assertGolden(
        demo.client("ada").get("/internal-api/contact-center?subresources=businessAttributes"),
        "contact-center-internal");
  }

  private static void assertGolden(Reply reply, String golden) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    String center = demo.part(Directories.class).now().contactCenterId();
    Golden.assertSame(reply.text().replace(center, CENTER), golden);
  }
}
