package org.openworkbin.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openworkbin.directory.AuditEntry;
import org.openworkbin.directory.AuditTrail;
import org.openworkbin.directory.Feature;
import org.openworkbin.directory.ObjectKind;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

class SettingsTest {
  private static final String ORIGINS = "/settings/access-control";

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
  void aSettingOfAnyKindIsKeptAsItWasWrittenAndReadByEverybody() {
    send(
        "POST",
        "/settings/my-desk",
        "{\"name\":\"colours\",\"value\":{\"b\": 2.50, \"a\":[null]}}");
    send("POST", "/settings/my-desk", "{\"name\":\"empty\",\"value\":\"\"}");
    send("POST", "/settings/my-desk", "{\"name\":\"off\",\"value\":false}");

    Reply read = get("ada", "/settings/my-desk");
    assertThat(read.text())
        .contains("{\"name\":\"colours\",\"value\":{\"b\": 2.50, \"a\":[null]}}")
        .contains("{\"name\":\"empty\",\"value\":\"\"}")
        .contains("{\"name\":\"off\",\"value\":false}");
    assertThat(get("ada", "/settings/my-desk/off").text())
        .endsWith("\"setting\":{\"name\":\"off\",\"value\":false}}");
    assertRefused(get("ada", "/settings/my-desk/on"), 404, 6);
    assertThat(groups("dan")).contains("my-desk");

    send("PUT", "/settings/my-desk", "{\"name\":\"off\",\"value\":7}");
    send("DELETE", "/settings/my-desk", "{\"name\":\"colours\"}");
    send("DELETE", "/settings/my-desk", "{\"name\":\"empty\"}");

    assertThat(get("ada", "/settings/my-desk").text())
        .endsWith("\"settings\":[{\"name\":\"off\",\"value\":7}]}");
    demo.restart();
    assertThat(get("ada", "/settings/my-desk").json().required("settings")).hasSize(1);
    send("DELETE", "/settings/my-desk", "{\"name\":\"off\"}");
    assertThat(groups("dan")).doesNotContain("my-desk");
    assertThat(get("ada", "/settings/my-desk").json().required("settings")).isEmpty();
  }

  @Test
  void aPostOnAllGroupsSaysWhichOneItIsFor() {
    assertRefused(send("admin", "POST", "/settings", "{\"name\":\"a\",\"value\":1}"), 400, 1);
    assertRefused(send("ada", "POST", "/settings", "{\"group\":\"new-desk\"}"), 403, 5);

    send("POST", "/settings", "{\"group\":\"new-desk\",\"name\":\"a\",\"value\":1}");

    assertThat(get("ada", "/settings/new-desk/a").text())
        .endsWith("\"setting\":{\"name\":\"a\",\"value\":1}}");
    send("DELETE", "/settings/new-desk", "{\"name\":\"a\"}");
  }

  @Test
  void onlyAdministratorsChangeSettings() {
    String setting = "{\"name\":\"a\",\"value\":1}";

    for (String user : List.of("ada", "sue", "dan")) {
      for (String method : List.of("POST", "PUT", "DELETE")) {
        assertRefused(send(user, method, "/settings/their-desk", setting), 403, 5);
      }
    }
    assertThat(get("ada", "/settings/their-desk").json().required("settings")).isEmpty();
  }

  @Test
  void badSettingsAreRefusedAndChangeNothing() {
    send("POST", "/settings/bad-desk", "{\"name\":\"a\",\"value\":1}");

    assertRefused(
        send("admin", "POST", "/settings/bad-desk", "{\"name\":\"a\",\"value\":2}"), 409, 18);
    assertRefused(send("admin", "POST", "/settings/bad-desk", "{\"value\":2}"), 400, 1);
    assertRefused(send("admin", "POST", "/settings/bad-desk", "{\"name\":\"b\"}"), 400, 1);
    assertRefused(
        send("admin", "PUT", "/settings/bad-desk", "{\"name\":\"b\",\"value\":null}"), 400, 1);
    assertRefused(send("admin", "PUT", "/settings/bad-desk", "{\"name\":7,\"value\":1}"), 400, 2);
    assertRefused(
        send("admin", "PUT", "/settings/bad-desk", "{\"name\":\"a\\u0000\",\"value\":1}"), 400, 10);
    assertRefused(
        send(
            "admin",
            "PUT",
            "/settings/bad-desk",
            "{\"name\":\"a\",\"value\":\"" + "x".repeat(70_000) + "\"}"),
        400,
        10);
    assertRefused(send("admin", "DELETE", "/settings/bad-desk", "{\"name\":\"b\"}"), 404, 6);
    assertRefused(
        send("admin", "POST", "/settings/my%20desk", "{\"name\":\"a\",\"value\":1}"), 404, 6);
    assertRefused(get("ada", "/settings/my%20desk"), 404, 6);

    assertThat(get("ada", "/settings/bad-desk").text())
        .endsWith("\"settings\":[{\"name\":\"a\",\"value\":1}]}");
  }

  @Test
  void statesOfTheirOwnComeBehindThoseThatAreEverywhere() {
    send(
        "POST",
        "/settings/agent-states",
        "{\"name\":\"Lunch\",\"value\":{\"state\":\"NotReady\",\"displayName\":\"At lunch\","
            + "\"id\":\"11111111-0000-4000-8000-000000000000\"}}");
    send("POST", "/settings/agent-states", "{\"operationName\":\"Training\"}");

    JsonNode states = get("ada", "/settings/agent-states").json().required("settings");
    assertThat(states).hasSize(6);
    assertThat(states.get(4).toString())
        .isEqualTo(
            "{\"id\":\"11111111-0000-4000-8000-000000000000\",\"operationName\":\"Lunch\","
                + "\"state\":\"NotReady\",\"displayName\":\"At lunch\"}");
    assertThat(states.get(5).required("displayName").asString()).isEqualTo("Training");
    assertThat(states.get(5).required("state").asString()).isEqualTo("NotReady");

    send("DELETE", "/settings/agent-states", "{\"operationName\":\"Lunch\"}");
    assertThat(get("ada", "/settings/agent-states").json().required("settings")).hasSize(5);
    send("DELETE", "/settings/agent-states", "{\"name\":\"Training\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"Ready\",\"value\":{}}",
        "{\"name\":\"DoNotDisturbOn\",\"value\":{}}",
        "{\"name\":\"Out to lunch\",\"value\":{}}",
        "{\"name\":\"Lunch\",\"value\":{\"state\":\"LoggedOut\"}}",
        "{\"name\":\"Lunch\",\"value\":{\"state\":7}}",
        "{\"name\":\"Lunch\",\"value\":[]}",
        "{\"name\":\"Lunch\",\"value\":{\"id\":\"9430250e-0a1b-421f-b372-f29e69366ded\"}}",
      })
  void badStatesAreRefused(String state) {
    Reply reply = send("admin", "PUT", "/settings/agent-states", state);

    assertThat(reply.status()).as(reply.text()).isIn(400, 409);
    assertThat(get("ada", "/settings/agent-states").json().required("settings")).hasSize(4);
  }

  @Test
  void whoMayCallFromElsewhereIsForAdministratorsAlone() {
    String origins = "[\"https://desk.example.com\",\"https://*.example.org:8443\"]";
    send("POST", ORIGINS, "{\"name\":\"allowedOrigins\",\"value\":" + origins + "}");

    assertThat(get("admin", ORIGINS).text())
        .endsWith("\"settings\":[{\"name\":\"allowedOrigins\",\"value\":" + origins + "}]}");
    assertThat(groups("admin")).contains("access-control");
    for (String user : List.of("ada", "sue", "dan")) {
      assertRefused(get(user, ORIGINS), 403, 5);
      assertRefused(get(user, ORIGINS + "/allowedOrigins"), 403, 5);
      assertThat(groups(user)).doesNotContain("access-control");
    }
    send("DELETE", ORIGINS, "{\"name\":\"allowedOrigins\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"*\"]",
        "[\"https://*\"]",
        "[\"https://desk.example.com/app\"]",
        "[\"desk.example.com\"]",
        "[\"https://a.example.com\",7]",
        "\"https://desk.example.com\"",
        "{}"
      })
  void anOriginThatIsNoneIsRefused(String origins) {
    assertRefused(
        send("admin", "PUT", ORIGINS, "{\"name\":\"allowedOrigins\",\"value\":" + origins + "}"),
        400,
        2);
    assertThat(get("admin", ORIGINS).json().required("settings")).isEmpty();
  }

  @Test
  void thereIsNoOtherSettingOfAccess() {
    assertRefused(send("admin", "PUT", ORIGINS, "{\"name\":\"other\",\"value\":[]}"), 400, 10);
  }

  @Test
  void theSettingsOfWhatIsOffAreNotThere() {
    Set<Feature> withoutVoice = EnumSet.copyOf(Feature.DEFAULT);
    withoutVoice.remove(Feature.VOICE);
    assertThat(get("ada", "/settings/voice").json().required("settings").isObject()).isTrue();

    demo.setFeatures(withoutVoice);

    assertRefused(get("ada", "/settings/voice"), 404, 6);
    assertRefused(send("admin", "PUT", "/settings/voice", "{\"name\":\"a\",\"value\":1}"), 404, 6);
    assertThat(groups("ada")).doesNotContain("voice", "voice-operations");
    demo.setFeatures(Feature.DEFAULT);
  }

  @Test
  void whatSomebodyElseHasChangedMeanwhileIsNotOverwritten() {
    send("POST", "/settings/dispositions", "{\"name\":\"Later\",\"value\":\"Later\"}");
    String seen = get("admin", "/settings/dispositions").header("ETag");
    assertThat(get("admin", "/settings/dispositions/Later").header("ETag")).isEqualTo(seen);
    send("PUT", "/settings/dispositions", "{\"name\":\"Later\",\"value\":\"Call again\"}");

    String late = "{\"name\":\"Later\",\"value\":\"Never\"}";
    TestClient client = demo.client("admin").with("If-Match", seen);
    assertRefused(client.put("/api/v2/settings/dispositions", late), 412, 2);
    assertRefused(
        client.send(
            "DELETE",
            "/api/v2/settings/dispositions",
            BodyPublishers.ofString("{\"name\":\"Later\"}"),
            Map.of("Content-Type", "application/json")),
        412,
        2);

    Reply now = get("admin", "/settings/dispositions/Later");
    assertThat(now.json().at("/setting/value").stringValue()).isEqualTo("Call again");
    TestClient newest = demo.client("admin").with("If-Match", now.header("ETag"));
    assertThat(newest.put("/api/v2/settings/dispositions", late).status()).isEqualTo(200);
  }

  @Test
  void eachChangeIsInTheAuditTrail() {
    send("POST", "/settings/old-desk", "{\"name\":\"a\",\"value\":1}");
    send("PUT", "/settings/old-desk", "{\"name\":\"a\",\"value\":2}");

    List<AuditEntry> trail =
        demo.part(AuditTrail.class)
            .entries(
                new AuditTrail.Question(
                    Optional.empty(),
                    Optional.of(demo.user("admin")),
                    Optional.of(ObjectKind.SETTING),
                    Optional.of("old-desk/a"),
                    Optional.empty(),
                    Optional.empty(),
                    10));
    assertThat(trail).extracting(AuditEntry::label).containsExactly("old-desk/a", "old-desk/a");
  }

  private static List<String> groups(String user) {
    return get(user, "/settings").json().required("settings").values().stream()
        .map(group -> group.required("name").asString())
        .toList();
  }

  private static Reply get(String user, String path) {
    return demo.client(user).get("/api/v2" + path);
  }

  /** As the administrator, who has to succeed. */
  private static void send(String method, String path, String json) {
    Reply reply = send("admin", method, path, json);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.text()).isEqualTo("{\"statusCode\":0}");
  }

  private static Reply send(String user, String method, String path, String json) {
    return demo.client(user)
        .send(
            method,
            "/api/v2" + path,
            BodyPublishers.ofString(json),
            Map.of("Content-Type", "application/json"));
  }

  private static void assertRefused(Reply reply, int status, int code) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.code()).as(reply.text()).isEqualTo(code);
  }
}
