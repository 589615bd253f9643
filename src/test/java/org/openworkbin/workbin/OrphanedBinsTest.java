package org.openworkbin.workbin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.workbin.Replies.assertRefused;
import static org.openworkbin.workbin.Replies.ids;
import static org.openworkbin.workbin.Replies.workbin;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.User;
import org.openworkbin.id.BinId;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.UserId;
import org.openworkbin.id.WorkbinId;
import org.openworkbin.ledger.Medium;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.Golden;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

/** Cleo is disabled; another agent, another place and a whole workbin are gone. */
class OrphanedBinsTest {
  private static final String IN_PROGRESS = "aee812a5-7396-4dd9-b180-230f1c1fb085";
  private static final String DESK = "a15862be-2445-4735-aad2-69694a0f50ff";
  private static final String GONE = "0b5c2f1e-3a44-4b0b-9a35-0d4c7f2b6c14";
  private static final String LEAVER = "00000000000000000000000000000001";
  private static final String OTHER_LEAVER = "00000000000000000000000000000002";
  private static final String TEAM = "6c715fa9-de16-4d23-b07c-cbcb1caf3e07";

  private static DemoServer demo;

  @BeforeAll
  static void start() {
    demo = DemoServer.start();
    demo.park(Medium.CHAT, bin(IN_PROGRESS, LEAVER));
    demo.park(Medium.EMAIL, bin(GONE, LEAVER));
    demo.park(Medium.CHAT, new BinId(new WorkbinId(DESK), new PlaceId("no-such-desk")));
    demo.change(DirectoryChange.of(disabled("cleo")));
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @Test
  void administratorsAreToldWhichBinsNobodyComesTo() {
    String text =
        demo.client("admin")
            .get("/api/v2/workbins/orphaned")
            .text()
            .replaceAll("(\"oldestPlacedAt\"):\"[^\"]+Z", "$1:\"2026-11-22T09:00:00Z");

    Golden.assertSame(text, "workbins-orphaned");
    assertRefused(demo.client("sue").get("/api/v2/workbins/orphaned"), 403, 5);
    assertRefused(demo.client("ada").get("/api/v2/workbins/orphaned"), 403, 5);
  }

  @Test
  void eachIsReadByTheLinkThatItIsListedWith() {
    JsonNode listed =
        demo.client("admin").get("/api/v2/workbins/orphaned").json().required("workbins");

    assertThat(listed).hasSize(4);
    for (JsonNode orphan : listed) {
      String path = orphan.required("uri").stringValue().substring("http://localhost".length());
      JsonNode read = workbin(demo.client("admin").get(path + "&subresources=*"));
      assertThat(read.required("itemCount")).isEqualTo(orphan.required("itemCount"));
      assertThat(read.required("id")).isEqualTo(orphan.required("id"));
      assertRefused(demo.client("sue").get(path + "&subresources=*"), 403, 5);
      assertThat(demo.client("admin").get(path.replace("?", "/changes?since=0&")).code()).isZero();
    }
  }

  @Test
  void whatLiesThereCanBeMovedByAnAdministrator() {
    String left = demo.park(Medium.CHAT, bin(IN_PROGRESS, OTHER_LEAVER));
    String add = "{\"operationName\":\"AddInteraction\",\"id\":\"" + left + "\"}";
    String team = "/api/v2/me/workbins/" + TEAM + "?agentGroup=MyAgentGroup";

    assertRefused(demo.client("sue").post(team, add), 403, 5);
    assertThat(demo.client("admin").post(team, add).code()).isZero();

    Reply read =
        demo.client("admin")
            .get("/api/v2/workbins/" + IN_PROGRESS + "?subresources=*&owner=" + OTHER_LEAVER);
    assertThat(workbin(read).required("itemCount").intValue()).isZero();
    assertThat(ids(workbin(demo.client("ada").get(team + "&subresources=chat")).required("chats")))
        .contains(left);
    String back = "/api/v2/workbins/" + IN_PROGRESS + "?owner=" + OTHER_LEAVER;
    assertRefused(demo.client("admin").post(back, add), 403, 5);
    String pull = "{\"operationName\":\"PullInteraction\",\"id\":\"" + left + "\"}";
    assertThat(demo.client("admin").post(team, pull).code()).isZero();
  }

  @Test
  void aBinThatNeverWasIsNotFound() {
    String path = "/api/v2/workbins/" + IN_PROGRESS + "?owner=";

    assertRefused(demo.client("admin").get(path + "nobody"), 404, 6);
    assertRefused(demo.client("admin").get(path + "a%20b"), 404, 6);
    assertRefused(demo.client("admin").get("/api/v2/workbins/none?owner=" + LEAVER), 404, 6);
    assertRefused(demo.client("ada").get(path + "nobody"), 403, 5);
    assertRefused(demo.client("ada").get(path + demo.user("ada").value()), 403, 5);
    assertThat(demo.client("admin").get(path + demo.user("ada").value()).code()).isZero();
  }

  private static BinId bin(String workbin, String agent) {
    return new BinId(new WorkbinId(workbin), new UserId(agent));
  }

  private static User disabled(String name) {
    User user = demo.part(Directories.class).now().userNamed(name).orElseThrow();
    return new User(
        user.id(),
        user.userName(),
        user.firstName(),
        user.lastName(),
        user.emailAddress(),
        user.roles(),
        false,
        user.changePasswordOnFirstLogin(),
        user.defaultPlace());
  }
}
