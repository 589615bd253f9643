package org.openworkbin.workbin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.workbin.Replies.assertRefused;
import static org.openworkbin.workbin.Replies.ids;
import static org.openworkbin.workbin.Replies.media;
import static org.openworkbin.workbin.Replies.workbin;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

/** Sue manages the group of ada, ben and cleo; dan is in no group. */
class UserReadsTest {
  private static final String TEAM = "6c715fa9-de16-4d23-b07c-cbcb1caf3e07";
  private static final String DESKS = "5d487e69-a393-4228-a06f-6a4015ab1b54";
  private static final String IN_PROGRESS = "aee812a5-7396-4dd9-b180-230f1c1fb085";
  private static final String DESK = "a15862be-2445-4735-aad2-69694a0f50ff";

  private static DemoServer demo;

  @BeforeAll
  static void start() {
    demo = DemoServer.start();
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/users/", "/"})
  void theListIsOfAgentsAndPlacesWithLinksOfTheUser(String form) {
    JsonNode workbins = read("sue", form, "ada", "?fields=*").json().required("workbins");

    assertThat(ids(workbins)).containsExactlyInAnyOrder(IN_PROGRESS, DESK);
    assertThat(workbins.get(0).required("uri").stringValue())
        .isEqualTo(
            "http://localhost/api/v2/%s/workbins/%s"
                .formatted(demo.user("ada").value(), ids(workbins).getFirst()));
    assertThat(read("sue", form, "ada", "").json().required("uris")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "/users/, " + IN_PROGRESS + ", ''",
    "/,       " + IN_PROGRESS + ", ''",
    "/users/, " + DESK + ",        ''",
    "/users/, " + TEAM + ",        ''",
    "/users/, " + TEAM + ",        &agentGroup=MyAgentGroup",
  })
  void whoLooksAfterAnAgentSeesWhatTheAgentSees(String form, String id, String owner) {
    String path = "/" + id + "?subresources=*" + owner;
    JsonNode own = workbin(demo.client("ada").get("/api/v2/me/workbins" + path));

    assertThat(own.required("itemCount").intValue()).isPositive();
    for (String user : new String[] {"sue", "admin", "ada"}) {
      JsonNode seen = workbin(read(user, form, "ada", path));
      assertThat(media(seen)).isEqualTo(media(own));
      assertThat(seen.required("itemCount")).isEqualTo(own.required("itemCount"));
      assertThat(seen.required("chats")).isEqualTo(own.required("chats"));
      assertThat(seen.required("uri").stringValue())
          .endsWith("/api/v2/" + demo.user("ada").value() + "/workbins/" + id);
    }
  }

  /** It is also the bin of agents whom the manager has nothing to do with. */
  @ParameterizedTest
  @ValueSource(strings = {"", "&placeGroup=MyPlaceGroup"})
  void placeGroupsBinIsNotSeenThroughAnAgent(String owner) {
    String path = "/" + DESKS + "?subresources=*" + owner;

    assertThat(read("sue", "/users/", "ada", path).status()).isEqualTo(403);
    assertThat(read("admin", "/users/", "ada", path).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?fields=*",
        "/" + IN_PROGRESS,
        "/" + IN_PROGRESS + "?subresources=*",
        "/" + IN_PROGRESS + "/emails?fields=*",
        "/" + IN_PROGRESS + "/changes?since=0",
        "/nonsense",
      })
  void othersAreRefusedWhateverTheyAskFor(String path) {
    for (String form : new String[] {"/users/", "/"}) {
      assertRefused(read("ben", form, "ada", path), 403, 5);
      assertRefused(read("ada", form, "sue", path), 403, 5);
      assertRefused(read("sue", form, "dan", path), 403, 5);
      assertRefused(read("dan", form, "ada", path), 403, 5);
    }
  }

  @Test
  void anUnknownUserOrWorkbinIsNotFound() {
    for (String user : new String[] {"0123456789abcdef0123456789abcdef", "ada", "%20"}) {
      String path = "/api/v2/users/" + user + "/workbins";
      assertRefused(demo.client("sue").get(path + "?fields=*"), 404, 6);
      assertRefused(demo.client("admin").get(path + "/" + IN_PROGRESS), 404, 6);
      assertRefused(demo.client("ada").get(path + "/" + IN_PROGRESS + "/chats?fields=*"), 404, 6);
    }
    String unknown = "/api/v2/0123456789abcdef0123456789abcdef/workbins";
    assertRefused(demo.client("sue").get(unknown), 404, 6);
    assertRefused(demo.client("sue").get("/api/v2/ada/workbins"), 404, 6);
    assertRefused(read("sue", "/users/", "ada", "/nonsense?subresources=*"), 404, 6);
    assertRefused(read("sue", "/users/", "ada", "/" + TEAM + "?agentGroup=Nobody"), 404, 6);
    assertRefused(read("sue", "/users/", "ada", "/" + IN_PROGRESS + "/faxes"), 404, 6);
  }

  @Test
  void severalByIdAreOfTheUser() {
    Reply reply =
        read("sue", "/users/", "ben", "?subresources=*&workbinIds=" + DESK + "," + IN_PROGRESS);

    JsonNode workbins = reply.json().required("workbins");
    assertThat(workbins.propertyNames()).containsExactlyInAnyOrder(DESK, IN_PROGRESS);
    JsonNode chat = workbins.required(IN_PROGRESS).required("chats").get(0);
    assertThat(chat.required("userData").required("WorkbinAgentId").stringValue()).isEqualTo("ben");
    JsonNode onDesk = workbins.required(DESK).required("chats").get(0);
    assertThat(onDesk.required("userData").required("WorkbinPlaceId").stringValue())
        .isEqualTo("Desk-2");
  }

  @Test
  void anAgentWhoSitsNowhereHasNoDesk() {
    JsonNode desk = workbin(read("sue", "/users/", "cleo", "/" + DESK + "?subresources=*"));

    assertThat(desk.propertyNames()).doesNotContain("itemCount");
  }

  @Test
  void changesAreThoseOfTheUsersBin() {
    Reply of = read("sue", "/users/", "ben", "/" + IN_PROGRESS + "/changes?since=0");
    Reply own = demo.client("ben").get("/api/v2/me/workbins/" + IN_PROGRESS + "/changes?since=0");

    assertThat(of.json()).isEqualTo(own.json());
    assertThat(of.json().required("changes")).isNotEmpty();
    assertThat(read("sue", "/", "ben", "/" + IN_PROGRESS + "/changes?since=0").json())
        .isEqualTo(own.json());
  }

  private static Reply read(String caller, String form, String of, String path) {
    return demo.client(caller).get("/api/v2" + form + demo.user(of).value() + "/workbins" + path);
  }
}
