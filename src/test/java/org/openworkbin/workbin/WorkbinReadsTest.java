package org.openworkbin.workbin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.Golden;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

class WorkbinReadsTest {
  private static final String TEAM = "6c715fa9-de16-4d23-b07c-cbcb1caf3e07";
  private static final String DESKS = "5d487e69-a393-4228-a06f-6a4015ab1b54";
  private static final String IN_PROGRESS = "aee812a5-7396-4dd9-b180-230f1c1fb085";
  private static final String DESK = "a15862be-2445-4735-aad2-69694a0f50ff";
  private static final String TEAM_QUERY = "agentGroup=MyAgentGroup";

  private static DemoServer demo;

  @BeforeAll
  static void start() {
    demo = DemoServer.start();
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @Test
  void theListHasEveryKindOfOwnerAndMineOnlyAgentsAndPlaces() {
    Golden.assertSame(read("ada", "/workbins?fields=*").json(), "workbins-list");
    assertThat(ids(read("ada", "/me/workbins?fields=*").json().get("workbins")))
        .containsExactlyInAnyOrder(IN_PROGRESS, DESK);
  }

  @Test
  void withoutFieldsTheListIsLinks() {
    JsonNode answer = read("ada", "/me/workbins").json();

    assertThat(answer.propertyNames()).containsExactlyInAnyOrder("statusCode", "uris");
    assertThat(answer.get("uris").get(0).stringValue())
        .startsWith("http://localhost/api/v2/workbins/");
  }

  @Test
  void namedFieldsComeWithTheId() {
    JsonNode first = read("ada", "/workbins?fields=displayName,type").json().get("workbins").get(0);

    assertThat(first.propertyNames()).containsExactlyInAnyOrder("id", "displayName", "type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/workbins/", "/me/workbins/"})
  void oneWithoutSubresourcesIsWhatItIs(String path) {
    Golden.assertSame(read("ada", path + TEAM + "?" + TEAM_QUERY).json(), "workbin-definition");
  }

  @Test
  void contentIsOneArrayForEachMediumThatHasSomeAndItsRevision() {
    JsonNode workbin = content("ada", TEAM, TEAM_QUERY + "&subresources=*");

    assertThat(workbin.propertyNames())
        .contains("chats", "emails", "workitems", "revision", "itemCount")
        .doesNotContain("order");
    assertThat(items(workbin)).hasSize(workbin.get("itemCount").intValue());
    assertThat(workbin.get("revision").longValue()).isPositive();
  }

  @Test
  void aParkedItemHasTheRecordedShape() {
    JsonNode workbin = content("ada", IN_PROGRESS, "subresources=*");

    assertThat(workbin.get("emails").get(0).propertyNames())
        .contains(
            "id",
            "emailType",
            "capabilities",
            "receivedDate",
            "subject",
            "interactionQueue",
            "interactionType",
            "interactionSubtype",
            "assignedTo",
            "userData")
        .doesNotContain("state", "uri");
    JsonNode userData = workbin.get("chats").get(0).get("userData");
    assertThat(userData.get("Workbin").stringValue()).isEqualTo("In_Progress");
    assertThat(userData.get("WorkbinAgentId").stringValue()).isEqualTo("ada");
    assertThat(userData.get("PlaceInQueueSeq").isString()).isTrue();
    assertThat(userData.get("InteractionId")).isEqualTo(workbin.get("chats").get(0).get("id"));
  }

  @Test
  void whatAnEmailSaysIsNotListed() {
    JsonNode email =
        find(content("ada", TEAM, TEAM_QUERY + "&subresources=email"), "0001DEMOMAIL0001");

    assertThat(email.propertyNames())
        .contains("subject", "from", "to")
        .doesNotContain("body", "bodyAsPlainText", "mime");
  }

  @Test
  void theSeedsChatIsReadWithItsDataAndThePlatformsKeys() {
    JsonNode chat =
        find(content("ada", TEAM, TEAM_QUERY + "&subresources=chat"), "0001BaBFVPR20035");

    assertThat(chat.get("receivedDate").stringValue()).isEqualTo("2016-04-08 15:05:57.000+0300");
    JsonNode seed = Golden.read("push-seed-agent-group").get("chatStateResourceV2").get("userData");
    JsonNode userData = chat.get("userData");
    seed.properties()
        .forEach(entry -> assertThat(userData.get(entry.getKey())).isEqualTo(entry.getValue()));
    assertThat(userData.get("WorkbinGroupId").stringValue()).isEqualTo("MyAgentGroup");
  }

  @ParameterizedTest
  @CsvSource({
    "chat, chats",
    "chats, chats",
    "email, emails",
    "emails, emails",
    "workitem, workitems",
    "workitems, workitems",
    "tweet, tweets",
    "tweets, tweets",
    "facebook, facebook",
    "facebooks, facebook",
    "facebooksession, facebooksessions",
    "facebooksessions, facebooksessions",
    "openmedia, openmedia",
    "openmedias, openmedia",
  })
  void eachNameOfAMediumShowsThatMediumAlone(String name, String key) {
    JsonNode workbin = content("ada", TEAM, TEAM_QUERY + "&subresources=" + name);

    assertThat(workbin.get(key)).isNotEmpty();
    assertThat(arrays(workbin)).containsExactly(key);
  }

  @Test
  void severalMediaAreAListAndAnUnknownOneIsRefused() {
    assertThat(arrays(content("ada", TEAM, TEAM_QUERY + "&subresources=chat,emails")))
        .containsExactlyInAnyOrder("chats", "emails");
    assertRefused(read("ada", "/workbins/" + TEAM + "?subresources=faxes"), 400, 10);
  }

  @Test
  void anEmptyBinIsJustWhatItIsAndItsCounters() {
    JsonNode workbin = content("dan", DESKS, "placeGroup=MyPlaceGroup&subresources=*", 403);
    assertThat(workbin).isNull();
    JsonNode empty = content("cleo", IN_PROGRESS, "subresources=facebook");
    assertThat(arrays(empty)).isEmpty();
  }

  @Test
  void aPageIsInBinOrderAndGoesOn() {
    List<String> first = order(content("ada", TEAM, TEAM_QUERY + "&subresources=*&limit=5"));
    List<String> second =
        order(content("ada", TEAM, TEAM_QUERY + "&subresources=*&limit=5&offset=5"));
    List<String> both = order(content("ada", TEAM, TEAM_QUERY + "&subresources=*&limit=10"));

    List<String> joined = new ArrayList<>(first);
    joined.addAll(second);
    assertThat(both).hasSize(10).isEqualTo(joined);
    List<Integer> priorities =
        both.stream()
            .map(id -> find(content("ada", TEAM, TEAM_QUERY + "&subresources=*"), id))
            .map(item -> item.get("userData").path("Priority").asInt(0))
            .toList();
    assertThat(priorities).isSortedAccordingTo((a, b) -> b - a);
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=10001", "limit=-1", "offset=-1&limit=1"})
  void aPageOutsideItsBoundsIsRefused(String page) {
    assertRefused(read("ada", "/workbins/" + TEAM + "?subresources=*&" + page), 400, 10);
  }

  @Test
  void severalByIdAreAnObjectAndAnUnknownOneFailsAlone() {
    JsonNode all =
        read("ada", "/workbins?workbinIds=" + TEAM + "," + IN_PROGRESS + "&subresources=*").json();
    assertThat(all.get("statusCode").intValue()).isZero();
    assertThat(all.get("workbins").propertyNames()).containsExactlyInAnyOrder(TEAM, IN_PROGRESS);
    assertThat(items(all.get("workbins").get(TEAM))).isNotEmpty();

    JsonNode some =
        read("ada", "/me/workbins?workbinIds=" + TEAM + ",nonsense&subresources=*").json();
    assertThat(some.get("statusCode").intValue()).isEqualTo(7);
    assertThat(some.get("workbins").propertyNames()).containsExactly(TEAM);
    assertThat(some.get("failed").get(0).get("workbinId").stringValue()).isEqualTo("nonsense");
    assertThat(some.get("failed").get(0).get("statusCode").intValue()).isEqualTo(6);
    assertThat(some.get("succeeded").get(0).get("workbinId").stringValue()).isEqualTo(TEAM);

    assertRefused(read("ada", "/workbins?workbinIds=nonsense&subresources=*"), 404, 6);
  }

  @Test
  void tooManyIdsAreRefused() {
    String ids = String.join(",", java.util.Collections.nCopies(1, TEAM));
    StringBuilder many = new StringBuilder(ids);
    for (int i = 0; i < 100; i++) {
      many.append(",id").append(i);
    }
    assertRefused(read("ada", "/workbins?workbinIds=" + many + "&subresources=*"), 400, 10);
  }

  @Test
  void whatDoesNotExistIsUnknownAndWhatIsForeignIsNotPermitted() {
    assertRefused(read("ada", "/workbins/team-wb?subresources=*"), 404, 6);
    assertRefused(read("ada", "/workbins/" + TEAM + "?agentGroup=Nobody&subresources=*"), 404, 6);
    assertRefused(read("dan", "/workbins/" + TEAM + "?" + TEAM_QUERY), 403, 5);
    assertRefused(read("dan", "/workbins/" + TEAM + "?" + TEAM_QUERY + "&subresources=*"), 403, 5);
    assertRefused(read("dan", "/workbins/" + DESKS + "?placeGroup=MyPlaceGroup"), 403, 5);
    assertRefused(read("ada", "/workbins/" + IN_PROGRESS + "?" + TEAM_QUERY), 400, 2);
    assertRefused(read("ada", "/workbins/" + TEAM + "?placeGroup=MyPlaceGroup"), 400, 2);
  }

  @Test
  void supervisorAndAdministratorSeeTheGroupsBin() {
    assertThat(items(content("sue", TEAM, TEAM_QUERY + "&subresources=*"))).isNotEmpty();
    assertThat(items(content("admin", TEAM, TEAM_QUERY + "&subresources=*"))).isNotEmpty();
  }

  @Test
  void withoutAnOwnerTheOnlyGroupAndTheSeatAreMeant() {
    assertThat(items(content("ada", TEAM, "subresources=*"))).isNotEmpty();
    assertThat(items(content("ada", DESKS, "subresources=*"))).isNotEmpty();
    assertThat(items(content("ada", DESK, "subresources=*"))).isNotEmpty();
  }

  @Test
  void withoutAnOwnerAndWithoutAGroupOrPlaceThereIsNoContentAndNoError() {
    Golden.assertSame(
        read("dan", "/workbins/" + TEAM + "?subresources=*").json(), "workbin-definition");
    assertThat(arrays(content("cleo", DESK, "subresources=*"))).isEmpty();
    assertThat(read("dan", "/workbins?workbinIds=" + TEAM + "," + DESKS + "&subresources=*").code())
        .isZero();
  }

  @Test
  void anUnchangedBinIsNotSentTwice() {
    String path = "/workbins/" + TEAM + "?" + TEAM_QUERY + "&subresources=*";
    for (String query : List.of("", "&limit=3")) {
      Reply first = read("ada", path + query);
      String tag = first.header("ETag");
      Reply second = client("ada").with("If-None-Match", tag).get("/api/v2" + path + query);
      assertThat(tag).matches("\".+\"");
      assertThat(second.status()).isEqualTo(304);
      assertThat(second.text()).isEmpty();
      assertThat(
              client("ada").with("If-None-Match", "\"x\"").get("/api/v2" + path + query).status())
          .isEqualTo(200);
    }
  }

  @Test
  void changesAreToldFromARevisionOn() {
    String path = "/me/workbins/" + DESKS + "/changes?placeGroup=MyPlaceGroup&since=";
    long revision =
        content("ada", DESKS, "placeGroup=MyPlaceGroup&subresources=*").get("revision").longValue();

    JsonNode all = read("ada", path + 0).json();
    assertThat(all.get("changes")).hasSize((int) revision);
    assertThat(all.get("changes").get(0).get("revision").longValue()).isEqualTo(1);
    assertThat(all.get("changes").get(0).get("action").stringValue()).isEqualTo("ItemAdded");
    assertThat(all.get("more").booleanValue()).isFalse();
    JsonNode part = read("ada", path + "0&limit=1").json();
    assertThat(part.get("changes")).hasSize(1);
    assertThat(part.get("more").booleanValue()).isTrue();
    assertThat(read("ada", path + revision).json().get("changes")).isEmpty();
    assertRefused(read("ada", path + (revision + 1)), 400, 10);
    assertRefused(read("ada", path), 400, 1);
    assertRefused(read("ada", path + "x"), 400, 2);
    assertRefused(read("dan", path + 0), 403, 5);
    assertRefused(read("dan", "/workbins/" + TEAM + "/changes?since=0"), 400, 1);
  }

  private static Reply read(String user, String path) {
    return client(user).get("/api/v2" + path);
  }

  private static TestClient client(String user) {
    return demo.client(user);
  }

  private static JsonNode content(String user, String workbin, String query) {
    return content(user, workbin, query, 200);
  }

  private static JsonNode content(String user, String workbin, String query, int status) {
    Reply reply = read(user, "/me/workbins/" + workbin + "?" + query);
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    return reply.json().get("workbin");
  }

  private static void assertRefused(Reply reply, int status, int code) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.code()).as(reply.text()).isEqualTo(code);
    assertThat(reply.json().get("statusMessage").stringValue()).isNotBlank();
  }

  private static List<String> arrays(JsonNode workbin) {
    return workbin.properties().stream()
        .filter(entry -> entry.getValue().isArray())
        .map(java.util.Map.Entry::getKey)
        .toList();
  }

  private static List<JsonNode> items(JsonNode workbin) {
    List<JsonNode> items = new ArrayList<>();
    arrays(workbin).stream()
        .filter(key -> !key.equals("order"))
        .forEach(key -> workbin.get(key).forEach(items::add));
    return items;
  }

  private static JsonNode find(JsonNode workbin, String id) {
    return items(workbin).stream()
        .filter(item -> item.get("id").stringValue().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> order(JsonNode workbin) {
    List<String> order = new ArrayList<>();
    workbin.get("order").forEach(id -> order.add(id.stringValue()));
    return order;
  }

  private static List<String> ids(JsonNode workbins) {
    List<String> ids = new ArrayList<>();
    workbins.forEach(workbin -> ids.add(workbin.get("id").stringValue()));
    return ids;
  }
}
