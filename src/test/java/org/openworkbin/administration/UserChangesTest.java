package org.openworkbin.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Role;
import org.openworkbin.directory.User;
import org.openworkbin.id.UserId;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;

/** Users, skills and devices, as an administrator changes them while the server runs. */
class UserChangesTest {
  private static DemoServer demo;
  private static TestClient admin;

  @BeforeAll
  static void start() {
    demo = DemoServer.start();
    admin = demo.client("admin");
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @Test
  void newUserLogsInAtOnce() {
    Reply created =
        admin.post(
            "/api/v2/users",
            """
            {"userName":"kim","password":"s3cret-enough","firstName":"Kim","lastName":"Lee",
             "roles":["ROLE_AGENT","ROLE_SUPERVISOR"],"defaultPlace":"Desk-9",
             "settings":{"interaction-workspace":{"login.prompt":"false"}}}
            """);

    String id = created.json().path("id").asString();
    assertThat(created.text())
        .isEqualTo(
            "{\"statusCode\":0,\"id\":\"%s\",\"uri\":\"http://localhost/api/v2/users/%s\"}"
                .formatted(id, id));
    User kim = now().user(new UserId(id)).orElseThrow();
    assertThat(kim.roles()).containsExactlyInAnyOrder(Role.ROLE_AGENT, Role.ROLE_SUPERVISOR);
    assertThat(kim.annex().option("interaction-workspace", "login.prompt")).contains("false");
    assertThat(kim.defaultPlace()).isPresent();
    assertThat(admin.get("/api/v2/users/" + id).json().at("/user/defaultPlace").asString())
        .isEqualTo("Desk-9");
    Reply me = demo.client().as("kim", "s3cret-enough").get("/api/v2/me");
    assertThat(me.json().path("user").path("lastName").asString()).isEqualTo("Lee");
    assertThat(me.text()).doesNotContain("s3cret-enough");
  }

  @Test
  void whatAChangeDoesNotNameStays() {
    String id = create("lou", "\"firstName\":\"Lou\",\"emailAddress\":\"lou@example.com\"");

    Reply changed =
        admin.put(
            "/api/v2/users/" + id,
            "{\"id\":\"%s\",\"userName\":\"lou\",\"password\":\"\",\"lastName\":\"Moreau\"}"
                .formatted(id));

    assertThat(changed.text()).isEqualTo("{\"statusCode\":0}");
    User lou = now().user(new UserId(id)).orElseThrow();
    assertThat(lou.firstName()).isEqualTo("Lou");
    assertThat(lou.lastName()).isEqualTo("Moreau");
    assertThat(admin.post("/api/v2/users/" + id, "{\"emailAddress\":\"\"}").code()).isZero();
    assertThat(now().user(new UserId(id)).orElseThrow().emailAddress()).isEmpty();
    assertThat(demo.client().as("lou", "first-secret").get("/api/v2/me").status()).isEqualTo(200);
  }

  @Test
  void aNewPasswordCountsAtOnceAndTheOldOneNoMore() {
    String id = create("mia", "\"firstName\":\"Mia\"");
    assertThat(demo.client().as("mia", "first-secret").get("/api/v2/me").status()).isEqualTo(200);

    admin.put("/api/v2/users/" + id, "{\"password\":\"second-secret\"}");

    assertThat(demo.client().as("mia", "first-secret").get("/api/v2/me").status()).isEqualTo(403);
    assertThat(demo.client().as("mia", "second-secret").get("/api/v2/me").status()).isEqualTo(200);
  }

  @Test
  void wrongWishesAreRefusedAndChangeNothing() {
    String id = create("ned", "\"firstName\":\"Ned\"");
    long version = now().version();

    refused(400, 1, admin.post("/api/v2/users", "{\"firstName\":\"Nobody\"}"));
    refused(409, 18, admin.post("/api/v2/users", "{\"userName\":\"ned\"}"));
    refused(400, 10, admin.post("/api/v2/users", "{\"userName\":\"a:b\"}"));
    refused(400, 11, admin.put("/api/v2/users/" + id, "{\"userName\":\"edward\"}"));
    refused(400, 10, admin.put("/api/v2/users/" + id, "{\"password\":\"short\"}"));
    refused(400, 10, admin.post("/api/v2/users", "{\"userName\":\"shorty\",\"password\":\"x\"}"));
    refused(400, 10, admin.put("/api/v2/users/" + id, "{\"roles\":[\"ROLE_KING\"]}"));
    refused(404, 6, admin.put("/api/v2/users/" + id, "{\"defaultPlace\":\"Desk-0\"}"));
    refused(400, 2, admin.put("/api/v2/users/" + id, "{\"firstName\":7}"));
    refused(400, 10, admin.put("/api/v2/users/" + id, "{\"firstName\":\"N\\ud800\"}"));
    refused(400, 10, admin.put("/api/v2/users/" + id, "{\"lastName\":\"N\\u0000\"}"));
    String settings = "{\"settings\":{\"a\":{\"b\":\"%s\"}}}";
    refused(400, 10, admin.put("/api/v2/users/" + id, settings.formatted("\\u0000")));
    refused(400, 10, admin.put("/api/v2/users/" + id, settings.formatted("\\udc00")));
    refused(400, 10, admin.put("/api/v2/users/" + id, settings.formatted("x".repeat(70_000))));
    refused(400, 2, admin.put("/api/v2/users/" + id, "{\"settings\":{\"a\":\"b\"}}"));
    refused(400, 2, admin.post("/api/v2/users/" + id, "{\"operationName\":\"Dance\"}"));
    refused(404, 6, admin.put("/api/v2/users/nobody", "{\"firstName\":\"Nobody\"}"));
    refused(404, 6, admin.delete("/api/v2/users/nobody"));

    assertThat(now().version()).isEqualTo(version);
  }

  @Test
  void theLastAdministratorStays() {
    for (User user : now().users()) {
      if (user.isAdministrator() && !user.userName().equals("admin")) {
        assertThat(admin.delete("/api/v2/users/" + user.id().value()).code()).isZero();
      }
    }
    String id = demo.user("admin").value();

    refused(409, 19, admin.delete("/api/v2/users/" + id));
    refused(409, 19, admin.put("/api/v2/users/" + id, "{\"enabled\":false}"));
    refused(409, 19, admin.put("/api/v2/users/" + id, "{\"roles\":[\"ROLE_AGENT\"]}"));
  }

  @Test
  void onlyAdministratorsAndTheirProgramsMayChangeAnything() {
    String ada = "/api/v2/users/" + demo.user("ada").value();
    for (String user : new String[] {"ada", "sue"}) {
      TestClient client = demo.client(user);
      refused(403, 5, client.post("/api/v2/users", "{\"userName\":\"mole\"}"));
      refused(403, 5, client.put(ada, "{\"roles\":[\"ROLE_ADMIN\"]}"));
      refused(403, 5, client.delete(ada));
      refused(403, 5, client.post(ada + "/skills", "{\"id\":\"x\",\"level\":1}"));
      refused(403, 5, client.post("/api/v2/me/devices", "{\"phoneNumber\":\"110\"}"));
      refused(403, 5, client.post("/api/v2/skills", "{\"name\":\"Lies\"}"));
      refused(403, 5, client.get("/api/v2/platform/configuration/persons"));
    }
    create("robot", "\"roles\":[\"ROLE_APIUSER\"]");
    TestClient robot = demo.client().as("robot", "first-secret");
    assertThat(robot.put(ada, "{\"lastName\":\"Okafor\"}").code()).isZero();
  }

  @Test
  void aChangeThatIsMeantForAnotherVersionIsRefused() {
    String id = create("pia", "\"firstName\":\"Pia\"");
    String tag = admin.put("/api/v2/users/" + id, "{\"lastName\":\"One\"}").header("ETag");

    assertThat(
            admin.with("If-Match", tag).put("/api/v2/users/" + id, "{\"lastName\":\"Two\"}").code())
        .isZero();
    Reply late = admin.with("If-Match", tag).put("/api/v2/users/" + id, "{\"lastName\":\"Three\"}");

    refused(412, 2, late);
    assertThat(now().user(new UserId(id)).orElseThrow().lastName()).isEqualTo("Two");
  }

  @Test
  void skillsAreAddedAssignedByLevelAndTakenAway() {
    Reply created = admin.post("/api/v2/skills", "{\"name\":\"French\"}");
    assertThat(created.code()).as(created.text()).isZero();
    String skill = created.json().path("id").asString();
    String user = create("rex", "\"firstName\":\"Rex\"");
    String his = "/api/v2/users/" + user + "/skills";
    String uri = "http://localhost/api/v2/skills/" + skill;

    assertThat(admin.post(his, "{\"uri\":\"%s\",\"level\":\"8\"}".formatted(uri)).code()).isZero();
    assertThat(levels(user)).containsExactly(Map.entry(skill, 8));
    assertThat(admin.put(his + "/" + skill, "{\"level\":3}").code()).isZero();
    assertThat(levels(user)).containsExactly(Map.entry(skill, 3));
    refused(400, 10, admin.put(his + "/" + skill, "{\"level\":-1}"));
    refused(400, 1, admin.post(his, "{\"id\":\"%s\"}".formatted(skill)));
    refused(400, 2, admin.post(his, "{\"uri\":\"/api/v2/devices/1\",\"level\":1}"));
    refused(404, 6, admin.post(his, "{\"id\":\"nothing\",\"level\":1}"));
    assertThat(admin.delete(his + "/" + skill).code()).isZero();
    assertThat(levels(user)).isEmpty();
    refused(404, 6, admin.delete(his + "/" + skill));

    admin.post(his, "{\"id\":\"%s\",\"level\":1}".formatted(skill));
    assertThat(admin.put("/api/v2/skills/" + skill, "{\"description\":\"Of Paris\"}").code())
        .isZero();
    assertThat(admin.delete("/api/v2/skills/" + skill).code()).isZero();
    assertThat(levels(user)).isEmpty();
  }

  @Test
  void aDeviceBelongsToOneAgentAndIsTakenWithoutAWord() {
    String user = create("uma", "\"firstName\":\"Uma\"");
    String other = create("vic", "\"firstName\":\"Vic\"");
    Reply created = admin.post("/api/v2/users/" + user + "/devices", "{\"phoneNumber\":\"3001\"}");
    String device = created.json().path("id").asString();

    assertThat(created.json().path("uri").asString())
        .isEqualTo("http://localhost/api/v2/devices/" + device);
    assertThat(now().devicesOf(new UserId(user))).hasSize(1);
    refused(
        409, 18, admin.post("/api/v2/users/" + other + "/devices", "{\"phoneNumber\":\"3001\"}"));
    assertThat(
            admin
                .post(
                    "/api/v2/users/" + other + "/devices",
                    "{\"uri\":\"/devices/%s\"}".formatted(device))
                .code())
        .isZero();
    assertThat(now().devicesOf(new UserId(user))).isEmpty();
    refused(404, 6, admin.delete("/api/v2/users/" + user + "/devices/" + device));
    assertThat(admin.delete("/api/v2/users/" + other + "/devices/" + device).code()).isZero();
    assertThat(now().devicesOf(new UserId(other))).isEmpty();
    assertThat(admin.put("/api/v2/devices/" + device, "{\"phoneNumber\":\"3002\"}").code())
        .isZero();
    assertThat(admin.delete("/api/v2/devices/" + device).code()).isZero();
    refused(400, 1, admin.post("/api/v2/users/" + user + "/devices", "{}"));
    String robot = create("bot", "\"roles\":[\"ROLE_APIUSER\"]");
    refused(
        400, 2, admin.post("/api/v2/users/" + robot + "/devices", "{\"phoneNumber\":\"3003\"}"));
  }

  private static void refused(int status, int code, Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.code()).as(reply.text()).isEqualTo(code);
  }

  private static String create(String userName, String more) {
    Reply created =
        admin.post(
            "/api/v2/users",
            "{\"userName\":\"%s\",\"password\":\"first-secret\",%s}".formatted(userName, more));
    return created.json().path("id").asString();
  }

  private static Map<String, Integer> levels(String user) {
    return now().user(new UserId(user)).orElseThrow().skills().entrySet().stream()
        .collect(Collectors.toMap(skill -> skill.getKey().value(), Map.Entry::getValue));
  }

  private static Directory now() {
    return demo.part(Directories.class).now();
  }
}
