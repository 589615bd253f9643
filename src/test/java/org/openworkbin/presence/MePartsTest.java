package org.openworkbin.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openworkbin.directory.Annex;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.Feature;
import org.openworkbin.directory.Skill;
import org.openworkbin.directory.User;
import org.openworkbin.id.SkillId;
import org.openworkbin.ledger.Medium;
import org.openworkbin.testing.DemoServer;
import org.openworkbin.testing.Golden;
import tools.jackson.databind.JsonNode;

/** The parts of the resource that an agent is to himself. */
class MePartsTest {
  private static final String TEAM =
      "/api/v2/me/workbins/6c715fa9-de16-4d23-b07c-cbcb1caf3e07?agentGroup=MyAgentGroup";

  private static DemoServer demo;

  private final Desk ben = new Desk(demo, "ben");

  @BeforeAll
  static void start() {
    demo = DemoServer.start();
    Skill german =
        new Skill(new SkillId("5c111000-0000-4000-8000-000000000001"), "German", "", Annex.NONE);
    User ben = demo.part(Directories.class).now().userNamed("ben").orElseThrow();
    Annex annex = Annex.of(Map.of("interaction-workspace", Map.of("theme", "dark")));
    demo.change(
        DirectoryChange.of(
            german,
            new User(
                ben.id(),
                ben.userName(),
                ben.firstName(),
                ben.lastName(),
                ben.emailAddress(),
                ben.roles(),
                true,
                false,
                ben.defaultPlace(),
                Map.of(german.id(), 8),
                annex)));
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  private JsonNode user(String subresources) {
    return ben.client().get("/api/v2/me/?subresources=" + subresources).json().get("user");
  }

  @Test
  void whatTheDirectorySaysOfHimIsThere() {
    Golden.assertSame(
        ben.client()
            .get("/api/v2/me?subresources=skills,groups,settings,calls")
            .text()
            .replace(demo.part(Directories.class).now().contactCenterId(), "CENTER"),
        "me-directory");
  }

  @Test
  void everyPartIsThereWithTheOthersAndByItself() {
    List<String> parts =
        List.of(
            "features",
            "devices",
            "channels",
            "channelStates",
            "calls",
            "chats",
            "emails",
            "workitems",
            "interactions",
            "skills",
            "groups",
            "settings");
    JsonNode everything = user("*");

    for (String part : parts) {
      assertThat(everything.get(part)).as(part).isEqualTo(user(part).get(part));
      assertThat(everything.get(part).isArray()).as(part).isEqualTo(!part.equals("settings"));
    }
    assertThat(everything.get("channelStates")).isEqualTo(everything.get("channels"));
    assertThat(user("chats").propertyNames()).contains("chats").doesNotContain("emails");
    assertThat(user("nonsense").propertyNames()).doesNotContainAnyElementsOf(parts);
  }

  @Test
  void whatHeHasInHandIsThereOnceByItsMedium() {
    String chat = pulled(Medium.CHAT, "PullChat");
    String email = pulled(Medium.EMAIL, "PullEmail");
    String workitem = pulled(Medium.WORKITEM, "PullWorkitem");
    String tweet = pulled(Medium.TWEET, "PullTweet");

    JsonNode user = user("*");

    assertThat(user.at("/chats/0/id").stringValue()).isEqualTo(chat);
    assertThat(user.at("/emails/0/id").stringValue()).isEqualTo(email);
    assertThat(user.at("/workitems/0/id").stringValue()).isEqualTo(workitem);
    assertThat(user.at("/interactions/0/id").stringValue()).isEqualTo(tweet);
    for (String part : List.of("chats", "emails", "workitems", "interactions")) {
      assertThat(user.get(part)).as(part).hasSize(1);
    }
    assertThat(user.get("chats"))
        .isEqualTo(ben.client().get("/api/v2/me/chats?fields=*").json().get("chats"));

    demo.setFeatures(Set.of(Feature.CHAT));
    try {
      assertThat(user("*").get("chats")).hasSize(1);
      assertThat(user("*").get("emails")).isEmpty();
      assertThat(user("*").get("interactions")).isEmpty();
    } finally {
      demo.setFeatures(Feature.DEFAULT);
    }
  }

  private String pulled(Medium medium, String operation) {
    String id = demo.park(medium, demo.teamBin());
    assertThat(
            ben.client()
                .post(TEAM, "{\"operationName\":\"%s\",\"id\":\"%s\"}".formatted(operation, id))
                .status())
        .isEqualTo(200);
    return id;
  }
}
