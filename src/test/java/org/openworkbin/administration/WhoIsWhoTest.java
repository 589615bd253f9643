package org.openworkbin.administration;

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
import org.openworkbin.testing.TestClient.Reply;
import tools.jackson.databind.JsonNode;

/**
 * Who may know what about whom: Ada is an agent, Sue manages her group, Dan is an agent of none,
 * Eve may no longer log in.
 */
class WhoIsWhoTest {
  private static DemoServer demo;
  private static String ada;

  @BeforeAll
  static void start() {
    demo = DemoServer.start();
    Sample.fill(demo);
    ada = demo.user("ada").value();
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @Test
  void everybodyKnowsTheNamesOfThoseWhoMayLogIn() {
    assertThat(names(get("dan", "/users?fields=*"), "users"))
        .containsExactly("ada", "admin", "ben", "cleo", "dan", "sue");
    assertThat(get("dan", "/users/" + ada).json().required("user").propertyNames())
        .containsExactlyInAnyOrder(
            "id", "userName", "firstName", "lastName", "contactCenterId", "uri", "path");
  }

  @Test
  void aManagerOfHisGroupHeHimselfAndAnAdministratorSeeAll() {
    for (String user : List.of("sue", "ada", "admin")) {
      JsonNode seen = get(user, "/users/" + ada + "?subresources=*").json().required("user");
      assertThat(seen.required("emailAddress").asString()).isEqualTo("ada@larkspur.example");
      assertThat(seen.required("defaultPlace").asString()).isEqualTo("Desk-1");
      assertThat(seen.required("skills")).hasSize(2);
      assertThat(seen.required("settings").propertyNames())
          .containsExactly("TServer", "interaction-workspace");
    }
    JsonNode dans = get("dan", "/users/" + ada + "?subresources=*").json().required("user");
    assertThat(dans.has("skills")).isFalse();
    assertThat(dans.has("settings")).isFalse();
    assertThat(dans.has("groups")).isFalse();
    assertThat(dans.has("devices")).isFalse();
    assertThat(dans.has("channels")).isFalse();
  }

  @Test
  void theSettingsOfADeviceAreForItsOwner() {
    JsonNode device = get("ada", "/me/devices?fields=id").json().required("devices").get(0);
    String settings = "/me/devices/" + device.required("id").asString() + "/settings/tserver";

    assertThat(get("ada", settings).text())
        .isEqualTo("{\"statusCode\":0,\"settings\":{\"wrap-up-time\":\"0\"}}");
    assertRefused(get("dan", settings), 404, 6);
    JsonNode dans = get("dan", "/me/devices?fields=id").json().required("devices").get(0);
    assertThat(
            get("dan", "/me/devices/" + dans.required("id").asString() + "/settings/tserver")
                .json()
                .required("settings"))
        .isEmpty();
  }

  @Test
  void whoIsDisabledIsThereForAdministratorsAlone() {
    String eve = "/users/" + Sample.EVE.value();

    assertThat(get("admin", eve).json().required("user").required("enabled").asBoolean()).isFalse();
    for (String user : List.of("ada", "sue", "dan")) {
      assertRefused(get(user, eve), 404, 6);
    }
    assertThat(names(get("admin", "/users?enabled=false&fields=*"), "users"))
        .containsExactly("eve");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "roles=ROLE_AGENT",
        "emailAddress=ada@larkspur.example",
        "defaultPlace=Desk-1",
        "skills.name=French",
        "skills.level=8",
        "enabled=true",
        "groups.name=MyAgentGroup",
        "devices.phoneNumber=5001"
      })
  void nobodyFindsByWhatHeMayNotSee(String filter) {
    assertThat(names(get("admin", "/users?fields=*&" + filter), "users")).contains("ada");
    assertThat(names(get("dan", "/users?fields=*&" + filter), "users")).doesNotContain("ada");
  }

  @Test
  void anOrderTellsNothingOfWhatOneMayNotSee() {
    assertThat(names(get("dan", "/users?fields=*&sortBy=-emailAddress"), "users"))
        .containsExactly("dan", "ada", "admin", "ben", "cleo", "sue");
  }

  @Test
  void usersAreFilteredSortedAndPaged() {
    assertThat(names(get("admin", "/users?fields=*&lastName=Okafor,Tanaka"), "users"))
        .containsExactly("ada", "sue");
    assertThat(names(get("admin", "/users?fields=*&sortBy=-lastName&offset=1&limit=2"), "users"))
        .containsExactly("sue", "eve");
    assertThat(get("admin", "/users?limit=2").json().required("uris")).hasSize(2);
    JsonNode named = get("admin", "/users?fields=userName&limit=1").json().required("users").get(0);
    assertThat(named.propertyNames()).containsExactly("id", "userName");
    assertRefused(get("admin", "/users?shoeSize=44"), 400, 10);
    assertRefused(get("admin", "/users?sortBy=shoeSize"), 400, 10);
    assertRefused(get("admin", "/users?limit=0"), 400, 10);
  }

  @ParameterizedTest
  @CsvSource({
    "OKAFOR, ada",
    "*LEO, cleo",
    "5001, ada",
    "'*,*keller*', admin",
    "'*a*,*whit*', dan",
  })
  void eachTextOfTheNamedFilterMatchesANameOrANumber(String texts, String found) {
    String query = "filterName=NamesOrPhoneNumberMatches&filterParameters=" + texts;

    assertThat(names(get("dan", "/users?fields=*&" + query), "users")).containsExactly(found);
    assertThat(names(get("dan", "/contacts?" + query), "contacts")).containsExactly(found);
  }

  @Test
  void anotherNamedFilterOrOneWithoutTextsIsRefused() {
    assertRefused(get("ada", "/users?filterName=Others&filterParameters=a"), 400, 10);
    assertRefused(get("ada", "/contacts?filterName=NamesOrPhoneNumberMatches"), 400, 1);
  }

  @Test
  void skillsAndDevicesAreForAdministrators() {
    for (String user : List.of("ada", "sue", "dan")) {
      assertRefused(get(user, "/skills"), 403, 5);
      assertRefused(get(user, "/skills/" + Sample.FRENCH.id().value()), 403, 5);
      assertRefused(get(user, "/devices"), 403, 5);
      assertRefused(get(user, "/devices/none"), 403, 5);
    }
    assertRefused(get("admin", "/devices/none"), 404, 6);
    assertThat(get("admin", "/devices?user.userName=ada").json().required("uris")).hasSize(1);
    assertRefused(get("admin", "/skills/none"), 404, 6);
    assertThat(get("admin", "/skills?name=Visa").json().required("uris")).hasSize(1);
  }

  @Test
  void theSkillsOfAnAgentAreForWhoLooksAfterHim() {
    String skills = "/users/" + ada + "/skills";
    String french = skills + "/" + Sample.FRENCH.id().value();

    for (String user : List.of("ada", "sue", "admin")) {
      assertThat(get(user, skills + "?sortBy=-level").json().required("uris").get(0).asString())
          .endsWith(Sample.FRENCH.id().value());
      assertThat(get(user, french).json().required("skill").required("level").asString())
          .isEqualTo("8");
    }
    assertRefused(get("dan", skills), 403, 5);
    assertRefused(get("dan", french), 403, 5);
    assertRefused(get("admin", skills + "/none"), 404, 6);
    assertRefused(get("admin", "/users/none/skills"), 404, 6);
    assertThat(get("dan", "/me/skills?fields=*").json().required("skills")).isEmpty();
  }

  @Test
  void whoIsInAGroupKnowsWhoElseIs() {
    String query = "?type=AgentGroup&subresources=members,managers";

    for (String user : List.of("ada", "sue", "admin")) {
      JsonNode group = get(user, "/groups" + query).json().required("groups").get(0);
      assertThat(names(group.required("members"))).containsExactly("ada", "ben", "cleo");
      assertThat(names(group.required("managers"))).containsExactly("sue");
    }
    JsonNode dans = get("dan", "/groups" + query).json().required("groups").get(0);
    assertThat(dans.required("name").asString()).isEqualTo("MyAgentGroup");
    assertThat(dans.required("members")).isEmpty();
    assertThat(dans.required("managers")).isEmpty();
    String managedBySue = "/groups?managers.userName=sue";
    assertThat(get("sue", managedBySue).json().required("uris")).hasSize(1);
    assertThat(get("dan", managedBySue).json().required("uris")).isEmpty();
  }

  @Test
  void aTypeThatThereIsNoGroupOfLeavesNothing() {
    assertThat(get("ada", "/groups?type=BusinessUnit&fields=*").json().required("groups"))
        .isEmpty();
    assertThat(get("ada", "/me/groups?type=BusinessUnit&fields=*").json().required("groups"))
        .isEmpty();
    assertThat(names(get("ada", "/me/groups?fields=*").json().required("groups"), "name"))
        .containsExactly("MyAgentGroup");
    assertThat(get("sue", "/me/groups").json().required("uris")).isEmpty();
  }

  @Test
  void contactsAreWhoAndWhatWorkCanBeHandedTo() {
    JsonNode found = get("dan", "/contacts?type=Queue&limit=1").json();
    assertThat(found.required("totalCount").asInt()).isEqualTo(2);
    assertThat(names(found.required("contacts"), "name")).containsExactly("Incoming");

    assertThat(names(get("dan", "/contacts?phoneNumber=15550102"), "contacts"))
        .containsExactly("ben");
    assertThat(names(get("dan", "/contacts?phoneNumber=*"), "contacts"))
        .containsExactly("ada", "ben");
    assertThat(names(get("dan", "/contacts?name=ada,Review").json().required("contacts"), "name"))
        .containsExactly("ada", "Review");
    assertThat(names(get("admin", "/contacts").json().required("contacts"), "name"))
        .doesNotContain("eve");
    assertThat(get("dan", "/contacts/" + ada).json().required("contact").has("emailAddress"))
        .isFalse();
    assertThat(get("dan", "/contacts?roles=ROLE_ADMIN").json().required("contacts")).isEmpty();
    assertRefused(get("dan", "/contacts/" + ada + "?type=Queue"), 404, 6);
    assertRefused(get("dan", "/contacts/" + Sample.EVE.value()), 404, 6);
  }

  @Test
  void placesAndQueuesAreKnownByName() {
    assertThat(names(get("dan", "/places?fields=*").json().required("places"), "name"))
        .containsExactly("Desk-1", "Desk-2", "Desk-9");
    JsonNode queue = get("dan", "/queues?name=Review&fields=*").json().required("queues").get(0);
    assertThat(get("dan", queue.required("path").asString()).json().required("queue"))
        .isEqualTo(queue);
    assertRefused(get("dan", "/queues/none"), 404, 6);
    assertRefused(get("dan", "/places/none"), 404, 6);
    assertRefused(get("dan", "/groups/none"), 404, 6);
  }

  @Test
  void nobodyReadsWithoutLoggingIn() {
    for (String path :
        List.of(
            "/users",
            "/skills",
            "/contacts",
            "/groups",
            "/places",
            "/queues",
            "/features",
            "/services",
            "/settings",
            "/settings/agent-states",
            "/business-attributes")) {
      assertRefused(demo.client().get("/api/v2" + path), 403, 20);
    }
    assertRefused(demo.client().get("/internal-api/me/settings"), 403, 20);
  }

  private static Reply get(String user, String path) {
    return demo.client(user).get("/api/v2" + path);
  }

  private static List<String> names(Reply reply, String collection) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return names(reply.json().required(collection));
  }

  private static List<String> names(JsonNode users) {
    return names(users, "userName");
  }

  private static List<String> names(JsonNode things, String member) {
    List<String> names = new ArrayList<>();
    things.forEach(thing -> names.add(thing.required(member).asString()));
    return names;
  }

  private static void assertRefused(Reply reply, int status, int code) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.code()).as(reply.text()).isEqualTo(code);
  }
}
