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
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

class MediumReadsTest {
  private static final String TEAM = "6c715fa9-de16-4d23-b07c-cbcb1caf3e07";
  private static final String DESKS = "5d487e69-a393-4228-a06f-6a4015ab1b54";
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
  @CsvSource({
    "chats, chats",
    "emails, emails",
    "workitems, workitems",
    "tweets, tweets",
    "facebook, facebook",
    "facebooksessions, facebooksessions",
    "openmedia, openmedia",
    "chat, chats",
    "email, emails",
    "workitem, workitems",
    "tweet, tweets",
    "facebooks, facebook",
    "facebooksession, facebooksessions",
    "openmedias, openmedia",
  })
  void bothFormsHaveWhatTheWorkbinHas(String path, String key) {
    JsonNode content = workbin(get("ada", TEAM + "?subresources=*"));

    for (String asked : new String[] {"?fields=*", "?subresources=*", "?agentGroup=MyAgentGroup"}) {
      JsonNode answer = get("ada", TEAM + "/" + path + asked).json();
      assertThat(answer.propertyNames()).containsExactlyInAnyOrder("statusCode", key, "workbin");
      assertThat(answer.required(key)).isNotEmpty().isEqualTo(content.required(key));
      assertThat(answer.required("workbin").required(key)).isEqualTo(content.required(key));
      assertThat(media(answer.required("workbin"))).containsExactly(key);
      assertThat(answer.required("workbin").required("itemCount"))
          .isEqualTo(content.required("itemCount"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/workbins, " + TEAM + ",    agentGroup=MyAgentGroup, WorkbinGroupId",
    "/me/workbins, " + TEAM + ", agentGroup=MyAgentGroup, WorkbinGroupId",
    "/workbins, " + DESKS + ",   placeGroup=MyPlaceGroup, WorkbinPlaceGroupId",
    "/me/workbins, " + DESKS + ", '', WorkbinPlaceGroupId",
    "/me/workbins, " + DESK + ", '', WorkbinPlaceId",
  })
  void everyKindOfOwnerHasIt(String path, String id, String owner, String key) {
    Reply reply = demo.client("ada").get("/api/v2%s/%s/emails?%s".formatted(path, id, owner));

    assertThat(reply.json().required("emails").get(0).required("userData").propertyNames())
        .contains(key);
  }

  @Test
  void theArrayIsThereEvenWhenEmpty() {
    JsonNode nobodysDesk = get("cleo", DESK + "/workitems?fields=*").json();
    JsonNode emptyMedium = get("ada", DESK + "/tweets?fields=*").json();

    for (JsonNode answer : new JsonNode[] {nobodysDesk, emptyMedium}) {
      assertThat(answer.required("statusCode").intValue()).isZero();
      assertThat(answer.required("workbin").required("type").stringValue()).isEqualTo("Place");
      assertThat(media(answer.required("workbin"))).isEmpty();
    }
    assertThat(nobodysDesk.required("workitems")).isEmpty();
    assertThat(emptyMedium.required("tweets")).isEmpty();
  }

  @Test
  void namedFieldsComeWithTheId() {
    JsonNode answer = get("ada", TEAM + "/emails?fields=subject,userData,fax").json();

    assertThat(answer.required("emails"))
        .isNotEmpty()
        .allSatisfy(email ->
            assertThat(email.propertyNames())
                .containsExactlyInAnyOrder("id", "subject", "userData"));
    assertThat(answer.required("workbin").required("emails")).isEqualTo(answer.required("emails"));
    assertThat(answer.required("workbin").propertyNames()).contains("name", "uri", "type");
  }

  @Test
  void aPageOfOneMediumGoesOn() {
    JsonNode first = get("ada", TEAM + "/chats?fields=*&limit=2").json();
    String next = first.required("workbin").required("next").stringValue();
    JsonNode second = get("ada", TEAM + "/chats?fields=*&limit=2&after=" + next).json();
    JsonNode both = get("ada", TEAM + "/chats?fields=*&limit=4").json();

    assertThat(ids(first.required("chats"))).hasSize(2);
    assertThat(ids(both.required("chats")))
        .startsWith(ids(first.required("chats")).toArray(String[]::new))
        .endsWith(ids(second.required("chats")).toArray(String[]::new));
  }

  @Test
  void anUnchangedMediumIsNotSentTwice() {
    String path = "/api/v2/me/workbins/" + TEAM + "/emails?fields=*";
    String tag = demo.client("ada").get(path).header("ETag");

    assertThat(tag).isNotEmpty();
    assertThat(demo.client("ada").with("If-None-Match", tag).get(path).status()).isEqualTo(304);
  }

  @Test
  void whatDoesNotExistOrIsForeignIsRefused() {
    assertRefused(get("ada", TEAM + "/faxes?fields=*"), 404, 6);
    assertRefused(get("ada", "team-wb/emails?fields=*"), 404, 6);
    assertRefused(get("ada", TEAM + "/emails?subresources=faxes"), 400, 10);
    assertRefused(get("dan", TEAM + "/emails?fields=*&agentGroup=MyAgentGroup"), 403, 5);
  }

  private static Reply get(String user, String path) {
    return demo.client(user).get("/api/v2/me/workbins/" + path);
  }
}
