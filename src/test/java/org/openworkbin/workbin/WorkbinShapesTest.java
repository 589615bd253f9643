package org.openworkbin.workbin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.Workbin;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.OwnerKind;
import org.openworkbin.id.UserId;
import org.openworkbin.id.WorkbinId;
import org.openworkbin.ledger.Content;
import org.openworkbin.ledger.Creation;
import org.openworkbin.ledger.Ledger;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.ledger.Reason;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.Golden;
import org.openworkbin.testing.TestClient.Reply;

/** Every shape of an answer about workbins, whole. */
class WorkbinShapesTest {
  private static final WorkbinId SHELF = new WorkbinId("0b5c2f1e-3a44-4b0b-9a35-0d4c7f2b6c11");
  private static final WorkbinId EMPTY = new WorkbinId("0b5c2f1e-3a44-4b0b-9a35-0d4c7f2b6c12");
  private static final String SHELF_PATH = "/api/v2/me/workbins/" + SHELF.value();

  private static DemoServer demo;

  @BeforeAll
  static void start() {
    demo = DemoServer.start();
    demo.change(
        DirectoryChange.of(
            new Workbin(SHELF, "shelf-wb", "Shelf", OwnerKind.AGENT),
            new Workbin(EMPTY, "empty-wb", "Empty", OwnerKind.AGENT)));
    park(Medium.CHAT, 0, "{}", "{\"Subject\":\"Visa\",\"RRequestedSkills\":null,\"PegAG\":1}");
    park(
        Medium.EMAIL,
        5,
        "{\"interactionSubtype\":\"InboundNew\",\"subject\":\"Late\",\"from\":\"pat@example.com\"}",
        "{\"Priority\":5,\"Nested\":{\"a\":[1,2.50]}}");
    park(Medium.WORKITEM, 0, "{}", "{}");
    park(Medium.TWEET, -3, "{\"from\":\"@pat\",\"message\":\"Hello?\"}", "{ \"Priority\" : -3 }");
    park(Medium.FACEBOOK, 0, "{\"from\":\"Pat\",\"message\":\"Hi\"}", "{}");
    park(Medium.FACEBOOKSESSION, 0, "{}", "{\"Text\":\"\\u00fc \\\"quoted\\\"\"}");
    park(Medium.OPENMEDIA, 0, "{\"mediaType\":\"promotion\"}", "{}");
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @Test
  void theWholeContent() {
    assertGolden(get(SHELF_PATH + "?subresources=*"), "workbin-content");
  }

  @Test
  void aPage() {
    assertGolden(get(SHELF_PATH + "?subresources=*&limit=3"), "workbin-page");
  }

  @Test
  void oneMediumInBothOfItsForms() {
    assertGolden(get(SHELF_PATH + "/emails?subresources=*"), "workbin-medium");
    assertGolden(get(SHELF_PATH + "/email?fields=*"), "workbin-medium");
  }

  @Test
  void oneMediumOfAnEmptyBin() {
    assertGolden(
        get("/api/v2/workbins/" + EMPTY.value() + "/workitems?fields=*"), "workbin-medium-empty");
  }

  @Test
  void aPageOfOneMediumByUserWithSomeFields() {
    String path = "/workbins/" + SHELF.value() + "/emails?limit=1&fields=subject,assignedTo";
    String ada = demo.user("ada").value();

    assertGolden(demo.client("sue").get("/api/v2/" + ada + path), "workbin-medium-page");
    assertGolden(demo.client("sue").get("/api/v2/users/" + ada + path), "workbin-medium-page");
  }

  @Test
  void anEmptyBin() {
    assertGolden(get("/api/v2/workbins/" + EMPTY.value() + "?subresources=*"), "workbin-empty");
  }

  @Test
  void severalByIdWithOneThatFails() {
    assertGolden(
        get(
            "/api/v2/workbins?subresources=*&workbinIds="
                + EMPTY.value()
                + ",shelf-wb,"
                + SHELF.value()),
        "workbins-by-id");
  }

  @Test
  void links() {
    assertGolden(get("/api/v2/me/workbins"), "workbins-uris");
  }

  @Test
  void changes() {
    assertGolden(get(SHELF_PATH + "/changes?since=4&limit=2"), "changes");
  }

  @Test
  void subscriptionsToSeveral() {
    String answer =
        demo.client("ada")
            .post(
                "/api/v2/me/workbins?workbinIds=" + SHELF.value() + "," + EMPTY.value(),
                "{\"operationName\":\"Subscribe\"}")
            .text()
            .replaceAll("(\"0b5c[0-9a-f-]+\"):[0-9]+", "$1:12");

    Golden.assertSame(answer, "reference-ids");
  }

  private static Reply get(String path) {
    return demo.client("ada").get(path);
  }

  /** What the ledger numbers and when it was are not in the golden files. */
  private static void assertGolden(Reply reply, String name) {
    Golden.assertSame(
        reply
            .text()
            .replaceAll("\"PlaceInQueueSeq\":\"[0-9]+\"", "\"PlaceInQueueSeq\":\"7\"")
            .replaceAll("\"placeSeq\":[0-9]+", "\"placeSeq\":7")
            .replaceAll("(\"placedAt|\"oldestPlacedAt)\":\"[^\"]+Z", "$1\":\"2026-11-22T09:00:00Z")
            .replaceAll("(\"next\":\"-?[0-9]+)\\.[0-9]+\\.", "$1.7."),
        name);
  }

  private static void park(Medium medium, int priority, String attributes, String userData) {
    UserId ada = demo.user("ada");
    Outcome outcome =
        demo.part(Ledger.class)
            .create(
                new Creation(
                    new InteractionId("0001SHAPES" + medium.code() + "00000"),
                    medium,
                    new Content(
                        "Inbound", "2026-11-22 10:00:00.000+0100", priority, attributes, userData),
                    "test",
                    new Location.Bin(new BinId(SHELF, ada)),
                    ada,
                    Reason.CREATE,
                    0,
                    0));
    assertThat(outcome).isInstanceOf(Outcome.Moved.class);
  }
}
