package org.openworkbin.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A desktop that logs an agent in as one was recorded ({@code spec/workbins.md} 13): the same calls
 * in the same order, each answer looked at as that desktop does.
 */
final class Desktop {
  private static final String SUBRESOURCES =
      "features,devices,skills,channels,settings,groups,calls,chats,emails,workitems,interactions";
  private static final JsonMapper JSON = new JsonMapper();

  private final Way way;
  private String clientId = "";
  private int messageId;

  Desktop(Way way) {
    this.way = way;
  }

  /** From the first call to the workbins' first news. */
  void logIn() {
    JsonNode user = findOutWho();
    readWhatIsAround(user);
    startSession();
    listen();
    assertThat(ok(get("/api/v2/diagnostics/version")).required("version").stringValue())
        .isNotBlank();
    Set<String> workbins = readWorkbins();
    readState();
    readContent(workbins);
    subscribe(workbins);
  }

  /** Back to where nobody is logged in. */
  void logOut() {
    ok(post("/api/v2/me", "{'operationName':'EndContactCenterSession'}"));
    List<JsonNode> replies =
        bayeux(
            "[{'channel':'/meta/disconnect','clientId':'%s','id':'%d'}]".formatted(clientId, 99));
    assertThat(replies.getFirst().path("channel").asString("")).isEqualTo("/meta/disconnect");
  }

  private JsonNode findOutWho() {
    Reply refused = way.stranger().get("/api/v2/me?subresources=" + SUBRESOURCES);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo(20);
    assertThat(refused.header("WWW-Authenticate")).isEmpty();
    assertThat(refused.json().required("statusMessage").stringValue()).isEqualTo("Access denied");

    Reply reply = way.first("/api/v2/me?subresources=" + SUBRESOURCES);
    JsonNode user = ok(reply).required("user");
    assertThat(user.required("id").stringValue()).matches("[0-9a-f]{32}");
    assertThat(user.required("userName").stringValue()).isEqualTo("ada");
    assertThat(user.required("uri").stringValue()).endsWith(user.required("path").stringValue());
    assertThat(user.required("devices").get(0).required("id").stringValue()).isNotBlank();
    for (String array : List.of("calls", "channels", "chats", "features", "interactions")) {
      assertThat(user.required(array).isArray()).as(array).isTrue();
    }
    user.required("settings").forEach(section -> assertThat(section.isObject()).isTrue());
    return user;
  }

  private void readWhatIsAround(JsonNode user) {
    JsonNode states = ok(get("/api/v2/settings/agent-states")).required("settings");
    List<String> operations = new ArrayList<>();
    states.forEach(state -> {
      for (String member : List.of("id", "operationName", "state", "displayName")) {
        assertThat(state.required(member).stringValue()).as(member).isNotBlank();
      }
      operations.add(state.required("operationName").stringValue());
    });
    assertThat(operations).contains("Ready", "NotReady");

    String device = user.required("devices").get(0).required("id").stringValue();
    for (String empty :
        List.of(
            "/internal-api/me/settings?fields=*",
            "/internal-api/contact-center?subresources=businessAttributes",
            "/internal-api/business-attributes",
            "/api/v2/me/groups?type=BusinessUnit&fields=*",
            "/api/v2/groups?type=dispositions&fields=*",
            "/api/v2/me/devices/" + device + "/settings/tserver",
            "/api/v2/contacts/" + user.required("id").stringValue() + "?type=User")) {
      ok(get(empty));
    }
    ok(get("/api/v2/services?fields=*"))
        .required("services")
        .forEach(service ->
            assertThat(service.required("state").stringValue()).isIn("Active", "Inactive"));
  }

  private void startSession() {
    JsonNode started =
        ok(
            post(
                "/api/v2/me",
                "{'operationName':'StartContactCenterSession',"
                    + "'channels':['voice','chat','email','workitem'],'place':null}"));
    assertThat(started.required("statusCode").intValue()).isZero();
  }

  /** CometD only after the session, as recorded; the first connect is answered at once. */
  private void listen() {
    JsonNode shaken =
        bayeux(
                "[{'channel':'/meta/handshake','version':'1.0','minimumVersion':'1.0','id':'1',"
                    + "'supportedConnectionTypes':['websocket','long-polling','callback-polling'],"
                    + "'advice':{'timeout':60000,'interval':0}}]")
            .getFirst();
    assertThat(shaken.required("successful").booleanValue()).as(shaken.toString()).isTrue();
    clientId = shaken.required("clientId").stringValue();
    assertThat(connect().getLast().required("successful").booleanValue()).isTrue();
    for (String topic : List.of("/v2/me/*", "/v2/me/workbins", "/v2/me/channels", "/v2/me/calls")) {
      JsonNode subscribed =
          bayeux(
                  "[{'channel':'/meta/subscribe','clientId':'%s','subscription':'%s','id':'%d'}]"
                      .formatted(clientId, topic, ++messageId))
              .stream()
              .filter(reply -> reply.has("subscription"))
              .findFirst()
              .orElseThrow();
      assertThat(subscribed.required("successful").booleanValue()).as(topic).isTrue();
    }
  }

  private Set<String> readWorkbins() {
    Set<String> ids = new TreeSet<>();
    ok(get("/api/v2/workbins?fields=*"))
        .required("workbins")
        .forEach(workbin -> {
          assertThat(workbin.propertyNames())
              .contains("workbinName", "id", "displayName", "uri", "type");
          ids.add(workbin.required("id").stringValue());
        });
    assertThat(ids).hasSize(4);
    return ids;
  }

  private void readState() {
    JsonNode user =
        ok(get("/api/v2/me/?subresources=devices,calls,channels,interactions,chats"))
            .required("user");
    Set<String> channels = new TreeSet<>();
    user.required("channels")
        .forEach(channel -> channels.add(channel.required("channel").stringValue()));
    assertThat(channels).contains("voice", "chat", "email", "workitem");
  }

  private void readContent(Set<String> workbins) {
    JsonNode content =
        ok(get("/api/v2/workbins?workbinIds=" + String.join(",", workbins) + "&subresources=*"))
            .required("workbins");
    assertThat(content.isObject()).isTrue();
    assertThat(content.propertyNames()).containsExactlyInAnyOrderElementsOf(workbins);
  }

  /** Of each by itself, and the messages that confirm it. */
  private void subscribe(Set<String> workbins) {
    Set<Long> asked = new TreeSet<>();
    for (String workbin : workbins) {
      JsonNode reply = ok(post("/api/v2/workbins/" + workbin, "{'operationName':'Subscribe'}"));
      asked.add(reply.required("referenceId").longValue());
    }
    Set<Long> confirmed = new TreeSet<>();
    while (!confirmed.containsAll(asked)) {
      connect().stream()
          .map(message -> message.path("data"))
          .filter(data -> data.path("stateResource").asString("").equals("Subscribed"))
          .forEach(data -> confirmed.add(data.required("referenceId").longValue()));
    }
  }

  /** Polls; what is told stands before the reply. */
  private List<JsonNode> connect() {
    return bayeux(
        "[{'channel':'/meta/connect','clientId':'%s','connectionType':'long-polling','id':'%d'}]"
            .formatted(clientId, ++messageId));
  }

  private List<JsonNode> bayeux(String messages) {
    Reply reply = post("/api/v2/notifications", messages);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    List<JsonNode> replies = new ArrayList<>();
    JSON.readTree(reply.text()).forEach(replies::add);
    return replies;
  }

  private Reply get(String path) {
    return way.next("GET", path, "");
  }

  private Reply post(String path, String json) {
    return way.next("POST", path, json.replace('\'', '"'));
  }

  private static JsonNode ok(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.code()).as(reply.text()).isZero();
    return reply.json();
  }

  /** How a desktop says who it is. */
  interface Way {

    /** Somebody who says nothing. */
    TestClient stranger();

    /** The first call with credentials. */
    Reply first(String path);

    /** Every other. */
    Reply next(String method, String path, String body);
  }

  /** Sends a call as that client. */
  static Reply send(TestClient client, String method, String path, String body) {
    return body.isEmpty()
        ? client.send(method, path, BodyPublishers.noBody(), Map.of())
        : client.send(
            method,
            path,
            BodyPublishers.ofString(body),
            Map.of("Content-Type", "application/json; charset=UTF-8"));
  }
}
