package org.openworkbin.administration;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Feature;
import org.openworkbin.directory.RightsInUse;
import org.openworkbin.id.BinId;
import org.openworkbin.id.WorkbinId;
import org.openworkbin.ledger.Journal;
import org.openworkbin.ledger.Medium;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

/** Our own resources for administrators: definitions, files, and who changed what. */
class AdministrationTest {
  private static final String ADMINISTRATION = "/api/v2/administration";
  private static final String TEAM_WB = "6c715fa9-de16-4d23-b07c-cbcb1caf3e07";

  private DemoServer demo;
  private TestClient admin;

  @BeforeEach
  void start() {
    demo = DemoServer.start();
    admin = demo.client("admin");
  }

  @AfterEach
  void stop() {
    demo.close();
  }

  @Test
  void aWorkbinIsDefinedRenamedAndRemovedAndKeepsWhatLiesInItsBins() {
    Reply created =
        admin.post(
            ADMINISTRATION + "/workbins",
            "{\"name\":\"late-wb\",\"displayName\":\"Late\",\"type\":\"Agent\"}");
    String id = created.json().path("id").asString();
    String uri = ADMINISTRATION + "/workbins/" + id;
    demo.park(Medium.CHAT, new BinId(new WorkbinId(id), demo.user("ada")));

    Reply renamed =
        admin
            .with("If-Match", admin.get(uri).header("ETag"))
            .put(uri, "{\"name\":\"later-wb\",\"displayName\":\"Later\"}");
    Reply content = demo.client("ada").get("/api/v2/workbins/" + id + "?subresources=*");

    assertThat(renamed.code()).isZero();
    assertThat(content.json().path("workbin").path("name").asString()).isEqualTo("later-wb");
    assertThat(content.json().path("workbin").path("chats").size()).isEqualTo(1);
    assertThat(admin.get(uri).text())
        .isEqualTo(
            ("{\"statusCode\":0,\"workbin\":{\"id\":\"%s\",\"name\":\"later-wb\","
                    + "\"displayName\":\"Later\",\"type\":\"Agent\","
                    + "\"uri\":\"http://localhost/api/v2/administration/workbins/%s\"}}")
                .formatted(id, id));
    refused(400, 11, admin.put(uri, "{\"type\":\"Place\"}"));
    refused(409, 18, admin.put(uri, "{\"name\":\"team-wb\"}"));
    refused(400, 10, admin.post(ADMINISTRATION + "/workbins", "{\"name\":\"x\",\"type\":\"Y\"}"));

    assertThat(admin.delete(uri).code()).isZero();
    assertThat(demo.client("ada").get("/api/v2/workbins/" + id).code()).isEqualTo(6);
    assertThat(admin.get("/api/v2/workbins/orphaned").text())
        .contains("\"id\":\"" + id + "\"")
        .contains("WorkbinGone");
  }

  @Test
  void aQueueThatSomethingWaitsInStays() {
    String id =
        admin.post(ADMINISTRATION + "/queues", "{\"name\":\"Later\"}").json().path("id").asString();
    TestClient ada = demo.client("ada");
    Reply created =
        ada.post(
            "/api/v2/me/workitems",
            "{\"operationName\":\"Create\",\"queueName\":\"Later\",\"mediaType\":\"workitem\"}");
    ada.post(
        "/api/v2/me/workitems/" + created.header("Workbin-Item"),
        "{\"operationName\":\"Complete\",\"queueName\":\"Later\"}");

    refused(409, 19, admin.delete(ADMINISTRATION + "/queues/" + id));
    assertThat(admin.put(ADMINISTRATION + "/queues/" + id, "{\"name\":\"Much later\"}").code())
        .isZero();
    assertThat(admin.get(ADMINISTRATION + "/queues").text()).contains("Much later");
    String empty =
        admin.post(ADMINISTRATION + "/queues", "{\"name\":\"Never\"}").json().path("id").asString();
    assertThat(admin.delete(ADMINISTRATION + "/queues/" + empty).code()).isZero();
    refused(404, 6, admin.delete(ADMINISTRATION + "/queues/" + empty));
  }

  @Test
  void featuresAreSwitchedAsAWhole() {
    Set<Feature> before = now().features();

    assertThat(
            admin
                .put(ADMINISTRATION + "/features", "{\"features\":[\"api-multimedia-chat\"]}")
                .code())
        .isZero();

    assertThat(now().features()).containsExactly(Feature.CHAT).isNotEqualTo(before);
    assertThat(admin.get(ADMINISTRATION + "/features").json().path("features"))
        .anyMatch(feature ->
            feature.path("id").asString().equals("api-multimedia-chat")
                && feature.path("enabled").asBoolean());
    refused(400, 10, admin.put(ADMINISTRATION + "/features", "{\"features\":[\"api-magic\"]}"));
    refused(400, 1, admin.put(ADMINISTRATION + "/features", "{}"));
    assertThat(now().features()).containsExactly(Feature.CHAT);
  }

  @Test
  void aPreviewSaysWhatAnImportWouldChangeAndTheImportDoesIt() {
    String yaml =
        """
        users: [{ userName: kim, password: kims-secret }, { userName: ada, firstName: Ada }]
        agentGroups: [{ name: MyAgentGroup, members: [ada, ben, cleo, kim] }]
        """;
    long version = now().version();

    Reply preview = load("?preview=true", yaml);

    assertThat(preview.text())
        .isEqualTo(
            "{\"statusCode\":0,\"preview\":true,\"verdicts\":["
                + "{\"kind\":\"user\",\"name\":\"kim\",\"verdict\":\"added\"},"
                + "{\"kind\":\"user\",\"name\":\"ada\",\"verdict\":\"unchanged\"},"
                + "{\"kind\":\"agent group\",\"name\":\"MyAgentGroup\",\"verdict\":\"changed\","
                + "\"differences\":[\"members\"]}]}");
    assertThat(now().version()).isEqualTo(version);
    assertThat(load("", yaml).code()).isZero();
    assertThat(
            demo.client()
                .as("kim", "kims-secret")
                .get("/api/v2/workbins/" + TEAM_WB + "?agentGroup=MyAgentGroup")
                .status())
        .isEqualTo(200);
    assertThat(load("", yaml).text()).doesNotContain("changed\",\"diff").doesNotContain("added");
  }

  @Test
  void aFileWithProblemsIsRefusedWithAllOfThemAndTheirLines() {
    long version = now().version();

    Reply refused =
        load(
            "",
            """
            users:
              - { userName: kim, shoeSize: 42 }
              - { userName: lou, defaultPlace: Nowhere }
            """);
    Reply weak = load("", "users: [{ userName: kim, password: kim }]");

    refused(400, 10, refused);
    JsonNode problems = refused.json().path("problems");
    assertThat(problems.size()).isEqualTo(2);
    assertThat(problems.get(0).path("line").asInt()).isEqualTo(2);
    assertThat(problems.get(0).path("text").asString()).contains("shoeSize");
    assertThat(problems.get(1).path("line").asInt()).isEqualTo(3);
    refused(400, 10, weak);
    assertThat(weak.text()).contains("A password has 8 to 256 characters");
    assertThat(now().version()).isEqualTo(version);
    refused(400, 10, load("", ""));
    refused(400, 2, load("?preview=perhaps", "users: []"));
    refused(415, 10, admin.post(ADMINISTRATION + "/import", "{\"users\":[]}"));
    refused(
        403,
        5,
        demo.client("sue")
            .send(
                "POST",
                ADMINISTRATION + "/import",
                BodyPublishers.ofString("users: []"),
                Map.of("Content-Type", "application/yaml")));
  }

  @Test
  void aChangeOfRightsDoesNotWaitForAllInteractionsOfAFile() throws Exception {
    int many = 3_000;
    String item =
        "- { id: 0001Ma%010d, medium: chat, age: 5m,"
            + " in: { workbin: team-wb, agentGroup: MyAgentGroup } }";
    String file =
        "interactions:\n"
            + IntStream.range(0, many).mapToObj(item::formatted).collect(joining("\n"));
    Journal journal = demo.part(Journal.class);
    long before = journal.last();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Reply> loading = threads.submit(() -> load("", file));
      await().until(() -> journal.last() > before);

      demo.part(RightsInUse.class).awaitOthers();

      assertThat(journal.last()).isLessThan(before + many);
      assertThat(loading.get().status()).isEqualTo(200);
    }
    assertThat(journal.last()).isEqualTo(before + many);
  }

  @Test
  void theExportOfTheServerChangesNothingThere() {
    Reply export = admin.get(ADMINISTRATION + "/export?passwords=true");

    assertThat(export.header("Content-Type")).isEqualTo("application/yaml; charset=utf-8");
    assertThat(export.text()).contains("passwordHash");
    assertThat(load("?preview=true", export.text()).text())
        .doesNotContain("\"added\"")
        .doesNotContain("\"changed\"");
    assertThat(admin.get(ADMINISTRATION + "/export").text()).doesNotContain("argon2");
    refused(403, 5, demo.client("sue").get(ADMINISTRATION + "/export"));
  }

  @Test
  void theAuditTrailSaysWhoChangedWhatAndNeverAPassword() {
    String id =
        admin
            .post("/api/v2/users", "{\"userName\":\"kim\",\"password\":\"kims-secret\"}")
            .json()
            .path("id")
            .asString();
    admin.put("/api/v2/users/" + id, "{\"lastName\":\"Lee\",\"password\":\"another-secret\"}");
    admin.delete("/api/v2/users/" + id);

    Reply audit = admin.get(ADMINISTRATION + "/audit?kind=user&id=" + id);

    JsonNode entries = audit.json().path("entries");
    assertThat(entries.size()).isEqualTo(3);
    JsonNode removed = entries.get(0);
    JsonNode changed = entries.get(1);
    JsonNode added = entries.get(2);
    assertThat(added.path("author").asString()).isEqualTo("admin");
    assertThat(added.path("userId").asString()).isEqualTo(demo.user("admin").value());
    assertThat(added.path("kind").asString()).isEqualTo("user");
    assertThat(added.path("name").asString()).isEqualTo("kim");
    assertThat(added.path("at").asString())
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+0000");
    assertThat(added.has("before")).isFalse();
    assertThat(changed.path("before").path("lastName").asString()).isEmpty();
    assertThat(changed.path("after").path("lastName").asString()).isEqualTo("Lee");
    assertThat(changed.path("after").path("passwordChanged").asBoolean()).isTrue();
    assertThat(removed.has("after")).isFalse();
    assertThat(audit.text()).doesNotContain("secret").doesNotContain("argon2");
  }

  @Test
  void theAuditTrailIsReadInPagesAndByWhoAndWhen() {
    for (int i = 0; i < 5; i++) {
      admin.post("/api/v2/skills", "{\"name\":\"Skill %d\"}".formatted(i));
    }
    String trail = ADMINISTRATION + "/audit?kind=skill&limit=2";

    JsonNode first = admin.get(trail).json();
    JsonNode second = admin.get(trail + "&before=" + first.path("next").asLong()).json();
    JsonNode third = admin.get(trail + "&before=" + second.path("next").asLong()).json();

    assertThat(first.path("entries").get(0).path("name").asString()).isEqualTo("Skill 4");
    assertThat(second.path("entries").get(1).path("name").asString()).isEqualTo("Skill 1");
    assertThat(third.path("entries").size()).isEqualTo(1);
    assertThat(third.has("next")).isFalse();
    String at = third.path("entries").get(0).path("at").asString().replace(' ', 'T');
    String mine = ADMINISTRATION + "/audit?user=" + demo.user("admin").value();
    assertThat(admin.get(mine + "&from=2000-01-01T00:00:00Z").json().path("entries").size())
        .isEqualTo(5);
    assertThat(admin.get(mine + "&to=2000-01-01%2000:00:00.000%2B0000").json().path("entries"))
        .isEmpty();
    assertThat(at).isNotEmpty();
    String ada = ADMINISTRATION + "/audit?user=" + demo.user("ada").value();
    assertThat(admin.get(ada).json().path("entries")).isEmpty();
    refused(400, 10, admin.get(ADMINISTRATION + "/audit?kind=elephant"));
    refused(400, 2, admin.get(ADMINISTRATION + "/audit?from=yesterday"));
    refused(400, 10, admin.get(ADMINISTRATION + "/audit?colour=red"));
    refused(400, 10, admin.get(ADMINISTRATION + "/audit?from=%2B300000-01-01T00:00:00Z"));
    refused(400, 10, admin.get(ADMINISTRATION + "/audit?id=%00"));
    refused(403, 5, demo.client("sue").get(ADMINISTRATION + "/audit"));
  }

  private Reply load(String query, String yaml) {
    return admin.send(
        "POST",
        ADMINISTRATION + "/import" + query,
        BodyPublishers.ofString(yaml),
        Map.of("Content-Type", "application/yaml"));
  }

  private static void refused(int status, int code, Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.code()).as(reply.text()).isEqualTo(code);
  }

  private Directory now() {
    return demo.part(Directories.class).now();
  }
}
