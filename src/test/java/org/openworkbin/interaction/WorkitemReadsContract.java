package org.openworkbin.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openworkbin.directory.Feature;
import org.openworkbin.ledger.Medium;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

/** How work items come into being and are read over HTTP, whatever the store. */
abstract class WorkitemReadsContract extends WorkitemServer {

  WorkitemReadsContract(Dialect dialect) {
    super(dialect);
  }

  @Test
  void oneThatIsCreatedIsInTheHandOfItsCreator() {
    Reply reply =
        post(
            "ada",
            "/me/workitems",
            """
            {'operationName': 'Create', 'parentId': '0001DEMOMAIL0001',
             'userData': {'Subject': 'Call back', 'Priority': 7, 'Amount': 1.50, 'Big': 1e5}}\
            """);

    assertThat(reply.json().propertyNames()).containsExactlyInAnyOrder("statusCode", "referenceId");
    String id = reply.header("Workbin-Item");
    JsonNode item = workitem("ada", "/me/workitems/" + id);
    assertThat(item.get("state").stringValue()).isEqualTo("Processing");
    assertThat(item.get("workitemType").stringValue()).isEqualTo("Inbound");
    assertThat(item.get("parentId").stringValue()).isEqualTo("0001DEMOMAIL0001");
    assertThat(item.get("uri").stringValue()).isEqualTo("http://localhost/api/v2/workitems/" + id);
    assertThat(item.get("hold").longValue()).isEqualTo(hold(reply));
    assertThat(item.get("receivedDate").stringValue())
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+0000");
    assertThat(texts(item.get("capabilities")))
        .containsExactly(
            "Transfer",
            "AttachUserData",
            "UpdateUserData",
            "DeleteUserData",
            "SetInFocus",
            "Complete");
    JsonNode userData = item.get("userData");
    assertThat(userData.get("InteractionId").stringValue()).isEqualTo(id);
    assertThat(userData.get("SubmittedBy").stringValue()).isEqualTo("ada");
    assertThat(userData.get("AssignedTo").stringValue()).isEqualTo("ada");
    assertThat(client("ada").get("/api/v2/me/workitems/" + id).text())
        .contains("\"Amount\":1.50", "\"Big\":1e5");
    complete("ada", id);
  }

  @Test
  void theListHasWhatIsInHandAndWhatIsOffered() {
    String first = create("cleo");
    String second = create("ben");
    assertThat(
            run("ben", second, "Transfer", "'targetUri': '/users/" + user("cleo") + "'").status())
        .isEqualTo(200);

    JsonNode uris = get("cleo", "/me/workitems").json().get("uris");
    JsonNode list = get("cleo", "/me/workitems?fields=*").json().get("workitems");
    JsonNode named = get("cleo", "/me/workitems?fields=state").json().get("workitems");

    assertThat(texts(uris))
        .containsExactly(
            "http://localhost/api/v2/workitems/" + first,
            "http://localhost/api/v2/workitems/" + second);
    assertThat(list.get(0).get("id").stringValue()).isEqualTo(first);
    assertThat(list.get(0).get("state").stringValue()).isEqualTo("Processing");
    assertThat(list.get(1).get("state").stringValue()).isEqualTo("Invited");
    assertThat(texts(list.get(1).get("capabilities"))).containsExactly("Accept", "Reject");
    assertThat(named.get(1).propertyNames()).containsExactlyInAnyOrder("id", "state");
    complete("cleo", first);
    assertThat(run("cleo", second, "Reject", "").status()).isEqualTo(200);
    assertThat(get("cleo", "/me/workitems").text()).contains("\"uris\":[]");
    assertThat(get("cleo", "/me/workitems?fields=*").text()).contains("\"workitems\":[]");
    complete("ben", second);
  }

  @ParameterizedTest
  @CsvSource({
    "chats, CHAT, chats",
    "emails, EMAIL, emails",
    "workitems, WORKITEM, workitems",
    "tweets, TWEET, tweets",
    "twitter, TWEET, tweets",
    "facebook, FACEBOOK, facebook",
    "facebooksessions, FACEBOOKSESSION, facebooksessions",
    "facebooksession, FACEBOOKSESSION, facebooksessions",
    "openmedia, OPENMEDIA, openmedia",
  })
  void everyMediumHasAListOfWhatIsInHand(String segment, Medium medium, String key) {
    assertThat(get("dan", "/me/" + segment + "?fields=*").text()).contains("\"" + key + "\":[]");
    String item = demo.park(medium, demo.teamBin());
    done("admin", TEAM_BIN, "{'operationName': 'PullInteraction', 'id': '" + item + "'}");

    JsonNode list = get("admin", "/me/" + segment + "?fields=id,state").json().get(key);

    assertThat(list).hasSize(1);
    assertThat(list.get(0).get("id").stringValue()).isEqualTo(item);
    assertThat(texts(get("admin", "/me/" + segment).json().get("uris")))
        .allMatch(uri -> uri.endsWith("/" + item));
    done("admin", TEAM_BIN, "{'operationName': 'AddInteraction', 'id': '" + item + "'}");
  }

  @Test
  void openMediaAreCreatedAndListedByTheirType() {
    Reply reply = post("dan", "/me/openmedia/callback", "{'operationName': 'Create'}");
    String id = reply.header("Workbin-Item");

    JsonNode list = get("dan", "/me/openmedia/callback?fields=*").json().get("openmedia");
    assertThat(list.get(0).get("mediaType").stringValue()).isEqualTo("callback");
    assertThat(list.get(0).get("openmediaType").stringValue()).isEqualTo("Outbound");
    assertThat(get("dan", "/me/openmedia/survey?fields=*").json().get("openmedia")).isEmpty();
    assertThat(get("dan", "/openmedia/" + id).json().get("openmedia").get("state").stringValue())
        .isEqualTo("Processing");
    done("dan", "/me/openmedia/callback/" + id, "{'operationName': 'Complete'}");
  }

  @Test
  void aParkedOneIsReadByWhoMaySeeItsBinAndNobodyElse() {
    String item = demo.park(Medium.WORKITEM, demo.teamBin());

    JsonNode seen = workitem("ben", "/workitems/" + item);

    assertThat(seen.has("state")).isFalse();
    assertThat(seen.has("uri")).isFalse();
    assertThat(seen.get("capabilities")).isEmpty();
    assertThat(seen.get("userData").get("Workbin").stringValue()).isEqualTo("team-wb");
    refused(get("ben", "/me/workitems/" + item), 404, 6);
    refused(get("dan", "/workitems/" + item), 404, 6);
    refused(get("ben", "/chats/" + item), 404, 6);
    refused(get("ben", "/workitems/NOSUCHITEM000000"), 404, 6);
  }

  @Test
  void oneInAnothersHandIsUnknown() {
    String item = create("ada");

    refused(get("ben", "/workitems/" + item), 404, 6);
    refused(get("ben", "/me/workitems/" + item), 404, 6);
    refused(run("ben", item, "Complete", ""), 404, 6);
    complete("ada", item);
  }

  @ParameterizedTest
  @ValueSource(strings = {"chats", "emails", "tweets", "facebook", "facebooksessions"})
  void mediaThatComeFromOutsideAreNotCreated(String medium) {
    refused(post("ada", "/me/" + medium, "{'operationName': 'Create'}"), 400, 2);
  }

  @Test
  void aMediumThatIsOffDoesNotExist() {
    String item = create("ada");
    setFeatures(Set.of(Feature.CHAT));
    try {
      refused(get("ada", "/me/workitems"), 404, 6);
      refused(get("ada", "/me/workitems/" + item), 404, 6);
      refused(get("ada", "/workitems/" + item), 404, 6);
      refused(run("ada", item, "Complete", ""), 400, 2);
      refused(post("ada", "/me/workitems", body("Create", "")), 400, 2);
      assertThat(get("ada", "/me/chats").code()).isZero();
    } finally {
      setFeatures(Set.of(Feature.MULTIMEDIA));
    }
    complete("ada", item);
  }

  @Test
  void whatIsCreatedWithABadParameterIsNotCreated() {
    refused(create("ada", "'queueUri': 'http://x/api/v2/queues/1'"), 404, 6);
    refused(create("ada", "'parentId': 'a/b'"), 400, 2);
    refused(create("ada", "'userData': {'IsLocked': 1}"), 400, 11);
    refused(post("ada", "/me/workitems", "{'operationName': 'Complete'}"), 400, 2);
    refused(post("ada", "/me/workitems", "{}"), 400, 1);
  }
}
