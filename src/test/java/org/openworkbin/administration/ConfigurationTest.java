package org.openworkbin.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openworkbin.directory.AgentGroup;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Feature;
import org.openworkbin.directory.Role;
import org.openworkbin.directory.User;
import org.openworkbin.testing.AtOnce;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.TestClient;
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

/** Groups, places, persons and skills in the form of platform configuration. */
class ConfigurationTest {
  private static final String CONFIGURATION = "/api/v2/platform/configuration/";

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
  void aGroupHasItsMembersAndManagersAsNumbersInTexts() {
    Reply list = admin.get(CONFIGURATION + "agent-groups?name=%22MyAgentGroup%22");

    JsonNode group = list.json().path("agent-groups").get(0);
    assertThat(list.text())
        .isEqualTo(
            ("{\"statusCode\":0,\"agent-groups\":[{\"DBID\":\"%s\",\"tenantDBID\":\"1\","
                    + "\"name\":\"MyAgentGroup\",\"state\":\"1\",\"agentDBIDs\":[%s],"
                    + "\"managerDBIDs\":[\"%s\"],\"userProperties\":{}}]}")
                .formatted(
                    group.path("DBID").asString(),
                    "\"" + String.join("\",\"", persons("ada", "ben", "cleo")) + "\"",
                    dbid("persons", "user_name", "sue")));
    String number = group.path("DBID").asString();
    assertThat(admin.get(CONFIGURATION + "agent-groups/" + number).json().path("agent-group"))
        .isEqualTo(group);
    assertThat(admin.get(CONFIGURATION + "agent-groups?dbid=" + number).json())
        .isEqualTo(list.json());
    assertThat(admin.get(CONFIGURATION + "agent-groups?dbid=999999").text())
        .isEqualTo("{\"statusCode\":0,\"agent-groups\":[]}");
  }

  @Test
  void aPersonHasHisRolesInHisProperties() {
    JsonNode person =
        admin.get(CONFIGURATION + "persons?user_name=%22admin%22").json().path("persons").get(0);

    assertThat(person.path("userName").asString()).isEqualTo("admin");
    assertThat(person.path("state").asString()).isEqualTo("1");
    assertThat(person.path("userProperties").path("htcc").path("roles").asString())
        .isEqualTo("agent,admin");
    assertThat(admin.get(CONFIGURATION + "persons").text()).doesNotContain("assword");
  }

  @Test
  void whatThereIsNoneOfIsAnEmptyListAndCannotBeWritten() {
    for (String objects : List.of("agent-logins", "switches", "dns", "access-groups")) {
      assertThat(admin.get(CONFIGURATION + objects).text())
          .isEqualTo("{\"statusCode\":0,\"%s\":[]}".formatted(objects));
      refused(405, 3, admin.post(CONFIGURATION + objects, "{\"name\":\"x\"}"));
    }
    refused(404, 6, admin.get(CONFIGURATION + "elephants"));
    refused(404, 6, admin.get(CONFIGURATION + "places/999999"));
    refused(404, 6, admin.get(CONFIGURATION + "places/Desk-1"));
  }

  @Test
  void aGroupIsMadeChangedByDifferencesAndRemoved() {
    String ada = dbid("persons", "user_name", "ada");
    String ben = dbid("persons", "user_name", "ben");
    Reply created =
        admin.post(
            CONFIGURATION + "agent-groups",
            ("{\"name\":\"Claims\",\"agentDBIDs\":[\"%s\"],\"managerDBIDs\":[%s],"
                    + "\"userProperties\":{\"a\":{\"b\":\"c\",\"n\":7}}}")
                .formatted(ada, ben));
    String number = created.json().path("DBID").asString();
    String uri = CONFIGURATION + "agent-groups/" + number;

    assertThat(created.json().path("uri").asString()).isEqualTo("http://localhost" + uri);
    assertThat(group("Claims").members()).containsExactly(demo.user("ada"));
    assertThat(group("Claims").annex().option("a", "n")).contains("7");
    assertThat(
            admin
                .put(
                    uri,
                    "{\"addedAgentDBIDs\":[%s],\"deletedAgentDBIDs\":[%s]}".formatted(ben, ada))
                .code())
        .isZero();
    assertThat(group("Claims").members()).containsExactly(demo.user("ben"));
    assertThat(group("Claims").managers()).containsExactly(demo.user("ben"));
    assertThat(
            admin
                .put(
                    CONFIGURATION + "agent-groups",
                    "{\"DBID\":\"%s\",\"deltaGroupInfo\":{\"name\":\"Refunds\",\"managerDBIDs\":[]}}"
                        .formatted(number))
                .code())
        .isZero();
    assertThat(group("Refunds").managers()).isEmpty();
    assertThat(group("Refunds").members()).containsExactly(demo.user("ben"));
    refused(404, 6, admin.put(uri, "{\"agentDBIDs\":[\"999999\"]}"));
    refused(400, 2, admin.put(uri, "{\"agentDBIDs\":[\"ada\"]}"));
    refused(400, 2, admin.put(uri, "{\"agentDBIDs\":\"1\"}"));
    refused(409, 18, admin.put(uri, "{\"name\":\"MyAgentGroup\"}"));
    refused(400, 1, admin.post(CONFIGURATION + "agent-groups", "{}"));
    assertThat(admin.get(CONFIGURATION + "agent-groups?person_dbid=" + ben).text())
        .contains("Refunds");
    assertThat(admin.delete(CONFIGURATION + "agent-groups?dbid=" + number).code()).isZero();
    refused(404, 6, admin.delete(uri));
  }

  /** Crowd form: each puts somebody else into the same group. */
  @Test
  void administratorsNeverUndoEachOthersWorkUnseen() throws Exception {
    String group = make("agent-groups", "{\"name\":\"Crowd\"}");
    List<String> crowd = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      crowd.add(make("persons", "{\"userName\":\"crowd-%d\"}".formatted(i)));
    }

    List<Reply> replies =
        AtOnce.run(
            crowd.size(),
            i ->
                admin.put(
                    CONFIGURATION + "agent-groups/" + group,
                    "{\"addedAgentDBIDs\":[%s]}".formatted(crowd.get(i))));

    assertThat(replies).allMatch(reply -> reply.code() == 0);
    assertThat(group("Crowd").members()).hasSize(crowd.size());
  }

  @Test
  void placesAndTheirGroupsAreMadeAndChanged() {
    String desk = make("places", "{\"name\":\"Desk-77\"}");
    String group =
        make("place-groups", "{\"name\":\"Back office\",\"placeDBIDs\":[%s]}".formatted(desk));

    assertThat(admin.get(CONFIGURATION + "place-groups?place_dbid=" + desk).text())
        .contains("Back office");
    assertThat(
            admin
                .put(
                    CONFIGURATION + "place-groups/" + group,
                    "{\"deletedPlaceDBIDs\":[\"%s\"]}".formatted(desk))
                .code())
        .isZero();
    assertThat(now().placeGroupNamed("Back office").orElseThrow().places()).isEmpty();
    assertThat(admin.put(CONFIGURATION + "places/" + desk, "{\"name\":\"Desk-78\"}").code())
        .isZero();
    assertThat(now().placeNamed("Desk-78")).isPresent();
    assertThat(admin.delete(CONFIGURATION + "places/" + desk).code()).isZero();
    refused(400, 10, admin.get(CONFIGURATION + "places?colour=%22red%22"));
    refused(400, 2, admin.get(CONFIGURATION + "places?dbid=%22Desk%22"));
  }

  @Test
  void aPersonIsMadeWithRolesPlaceAndSkillsAndDisabled() {
    String skill = make("skills", "{\"name\":\"Latin\"}");
    String desk = make("places", "{\"name\":\"Desk-79\"}");
    String number =
        make(
            "persons",
            ("{\"userName\":\"kim\",\"firstName\":\"Kim\",\"password\":\"kims-secret\","
                    + "\"placeDBID\":\"%s\",\"skillLevels\":[{\"skillDBID\":%s,\"level\":\"5\"}],"
                    + "\"userProperties\":{\"htcc\":{\"roles\":\"supervisor, agent\",\"x\":\"y\"}}}")
                .formatted(desk, skill));

    User kim = now().userNamed("kim").orElseThrow();
    assertThat(kim.roles()).isEqualTo(Set.of(Role.ROLE_AGENT, Role.ROLE_SUPERVISOR));
    assertThat(kim.skills()).containsValue(5);
    assertThat(kim.annex().option("htcc", "x")).contains("y");
    assertThat(kim.annex().option("htcc", "roles")).isEmpty();
    assertThat(demo.client().as("kim", "kims-secret").get("/api/v2/me").status()).isEqualTo(200);
    assertThat(admin.put(CONFIGURATION + "persons/" + number, "{\"state\":\"2\"}").code()).isZero();
    assertThat(demo.client().as("kim", "kims-secret").get("/api/v2/me").status()).isEqualTo(403);
    assertThat(now().userNamed("kim").orElseThrow().skills()).containsValue(5);
    refused(400, 10, admin.put(CONFIGURATION + "persons/" + number, "{\"state\":\"3\"}"));
    refused(
        400,
        10,
        admin.put(
            CONFIGURATION + "persons/" + number,
            "{\"userProperties\":{\"htcc\":{\"roles\":\"king\"}}}"));
    refused(400, 11, admin.put(CONFIGURATION + "persons/" + number, "{\"userName\":\"kimberly\"}"));
    assertThat(admin.delete(CONFIGURATION + "persons/" + number).code()).isZero();
  }

  @Test
  void withoutTheirFeaturesThereIsNothing() {
    Set<Feature> before = now().features();
    Set<Feature> readOnly = EnumSet.copyOf(before);
    readOnly.removeAll(Set.of(Feature.PLATFORM_CONFIGURATION_WRITE, Feature.PROVISIONING_WRITE));
    demo.setFeatures(readOnly);

    assertThat(admin.get(CONFIGURATION + "places").code()).isZero();
    refused(404, 6, admin.post(CONFIGURATION + "places", "{\"name\":\"Desk-80\"}"));
    refused(404, 6, admin.post("/api/v2/users", "{\"userName\":\"noone\"}"));
    refused(404, 6, admin.post("/api/v2/skills", "{\"name\":\"Nothing\"}"));
    refused(404, 6, admin.post("/api/v2/devices", "{\"phoneNumber\":\"4000\"}"));
    demo.setFeatures(Set.of(Feature.MULTIMEDIA));
    refused(404, 6, admin.get(CONFIGURATION + "places"));
    demo.setFeatures(before);
    assertThat(now().placeNamed("Desk-80")).isEmpty();
  }

  private static String make(String objects, String json) {
    Reply made = admin.post(CONFIGURATION + objects, json);
    assertThat(made.code()).as(made.text()).isZero();
    return made.json().path("DBID").asString();
  }

  private static List<String> persons(String... names) {
    return Arrays.stream(names)
        .map(name -> dbid("persons", "user_name", name))
        .sorted(Comparator.comparingInt(Integer::parseInt))
        .toList();
  }

  private static String dbid(String objects, String filter, String name) {
    return admin
        .get(CONFIGURATION + objects + "?" + filter + "=%22" + name + "%22")
        .json()
        .path(objects)
        .get(0)
        .path("DBID")
        .asString();
  }

  private static void refused(int status, int code, Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.code()).as(reply.text()).isEqualTo(code);
  }

  private static AgentGroup group(String name) {
    return now().agentGroupNamed(name).orElseThrow();
  }

  private static Directory now() {
    return demo.part(Directories.class).now();
  }
}
