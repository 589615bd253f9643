package org.openworkbin.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.openworkbin.directory.Feature;
import org.openworkbin.sql.Dialect;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

/** What tests do with work items over HTTP, on a demo of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WorkitemServer {
  static final String TEAM_BIN =
      "/me/workbins/6c715fa9-de16-4d23-b07c-cbcb1caf3e07?agentGroup=MyAgentGroup";
  static final String IN_PROGRESS = "aee812a5-7396-4dd9-b180-230f1c1fb085";
  static final String MY_BIN = "/me/workbins/" + IN_PROGRESS;
  static final String INCOMING = "7be4f1d3-52a9-4c06-9f81-d3a0c6e57b40";

  private final Map<String, TestClient> clients = new ConcurrentHashMap<>();
  private final Dialect dialect;
  DemoServer demo;

  WorkitemServer(Dialect dialect) {
    this.dialect = dialect;
  }

  @BeforeAll
  void start() {
    demo = DemoServer.start(dialect);
  }

  @AfterAll
  void stop() {
    demo.close();
  }

  void setFeatures(Set<Feature> features) {
    demo.setFeatures(features);
  }

  String create(String user) {
    Reply reply = create(user, "'userData': {'Subject': 'A test'}");
    ok(reply);
    return item(reply);
  }

  Reply create(String user, String more) {
    return post(user, "/me/workitems", body("Create", more));
  }

  void complete(String user, String item) {
    ok(run(user, item, "Complete", ""));
    refused(get(user, "/workitems/" + item), 404, 6);
  }

  Reply run(String user, String item, String operation, String more) {
    return post(user, "/me/workitems/" + item, body(operation, more));
  }

  static String body(String operation, String more) {
    return "{'operationName': '%s'%s}"
        .formatted(operation, more.isEmpty() ? "" : ", " + more)
        .replace('\'', '"');
  }

  Reply post(String user, String address, String body) {
    return client(user).post("/api/v2" + address, body.replace('\'', '"'));
  }

  void done(String user, String address, String body) {
    ok(post(user, address, body));
  }

  Reply get(String user, String address) {
    return client(user).get("/api/v2" + address);
  }

  JsonNode workitem(String user, String address) {
    Reply reply = get(user, address);
    ok(reply);
    return reply.json().required("workitem");
  }

  TestClient client(String user) {
    return clients.computeIfAbsent(user, demo::client);
  }

  String user(String name) {
    return demo.user(name).value();
  }

  static String item(Reply reply) {
    return reply.header("Workbin-Item");
  }

  static long hold(Reply reply) {
    return Long.parseLong(reply.header("Workbin-Hold"));
  }

  static void ok(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.code()).isZero();
  }

  static JsonNode refused(Reply reply, int status, int code) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.code()).as(reply.text()).isEqualTo(code);
    return reply.json();
  }

  static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.stringValue()));
    return texts;
  }
}
