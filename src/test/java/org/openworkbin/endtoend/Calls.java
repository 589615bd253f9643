package org.openworkbin.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What tests say to the demo over HTTP, and the demo's addresses. */
final class Calls {
  static final String TEAM = "6c715fa9-de16-4d23-b07c-cbcb1caf3e07";
  static final String DESKS = "5d487e69-a393-4228-a06f-6a4015ab1b54";
  static final String IN_PROGRESS = "aee812a5-7396-4dd9-b180-230f1c1fb085";
  static final String DESK = "a15862be-2445-4735-aad2-69694a0f50ff";
  static final String TEAM_BIN = "/me/workbins/" + TEAM + "?agentGroup=MyAgentGroup";
  static final String DESKS_BIN = "/me/workbins/" + DESKS + "?placeGroup=MyPlaceGroup";
  static final String MY_BIN = "/me/workbins/" + IN_PROGRESS;
  static final String MY_DESK = "/me/workbins/" + DESK;

  private static final JsonMapper JSON = new JsonMapper();

  private final DemoServer demo;
  private final ConcurrentMap<String, TestClient> clients = new ConcurrentHashMap<>();

  Calls(DemoServer demo) {
    this.demo = demo;
  }

  private TestClient client(String user) {
    return clients.computeIfAbsent(demo.url() + user, _ -> demo.client(user));
  }

  /** Posts a body to an address below {@code /api/v2}. */
  Reply post(String user, String address, String body) {
    return client(user).post("/api/v2" + address, body);
  }

  /** Posts an operation that has to succeed and returns the number that it was given. */
  long done(String user, String address, String operation, String item) {
    Reply reply =
        post(user, address, "{\"operationName\":\"" + operation + "\",\"id\":\"" + item + "\"}");
    return reference(reply);
  }

  /** Posts {@code Subscribe} or {@code Unsubscribe} and returns the number that it was given. */
  long done(String user, String address, String operation) {
    return reference(post(user, address, "{\"operationName\":\"" + operation + "\"}"));
  }

  private static long reference(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.json().propertyNames()).containsExactlyInAnyOrder("statusCode", "referenceId");
    assertThat(reply.code()).isZero();
    assertThat(reply.json().get("referenceId").isIntegralNumber()).isTrue();
    return reply.json().get("referenceId").longValue();
  }

  /** Reads something below {@code /api/v2} that has to be there. */
  JsonNode get(String user, String address) {
    Reply reply = client(user).get("/api/v2" + address);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  /** A workbin in bin order, with everything in it. */
  JsonNode content(String user, String address) {
    String separator = address.contains("?") ? "&" : "?";
    return get(user, address + separator + "subresources=*&limit=10000").get("workbin");
  }

  /** The revision that a bin has now. */
  long revision(String user, String address) {
    return content(user, address).get("revision").longValue();
  }

  /** The ids of an array of texts. */
  static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.stringValue()));
    return texts;
  }

  /** Parses JSON that is written with single quotes. */
  static JsonNode json(String singleQuoted) {
    return JSON.readTree(singleQuoted.replace('\'', '"'));
  }
}
