package org.openworkbin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openworkbin.center.CenterPlanner;
import org.openworkbin.center.ImportPlan;
import org.openworkbin.directory.ContactCenter;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.DirectorySnapshot;
import org.openworkbin.directory.PasswordHashing;
import org.openworkbin.directory.Place;
import org.openworkbin.directory.Role;
import org.openworkbin.directory.User;
import org.openworkbin.directory.Workbin;
import org.openworkbin.id.BinId;
import org.openworkbin.id.OwnerId;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.RandomIds;
import org.openworkbin.ledger.Creation;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;
import org.openworkbin.testing.Golden;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoContactCenterTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-02T09:30:00Z"));
  private static final ImportPlan PLAN = plan();
  private static final Directory DEMO = directory(PLAN.change());

  @ParameterizedTest
  @CsvSource({
    "team-wb,     6c715fa9-de16-4d23-b07c-cbcb1caf3e07, AGENT_GROUP",
    "desks-wb,    5d487e69-a393-4228-a06f-6a4015ab1b54, PLACE_GROUP",
    "In_Progress, aee812a5-7396-4dd9-b180-230f1c1fb085, AGENT",
    "desk-wb,     a15862be-2445-4735-aad2-69694a0f50ff, PLACE",
  })
  void theWorkbinsHaveTheIdsOfTheContract(String name, String id, String kind) {
    assertThat(DEMO.workbins())
        .filteredOn(workbin -> workbin.name().equals(name))
        .singleElement()
        .satisfies(workbin -> {
          assertThat(workbin.id().value()).isEqualTo(id);
          assertThat(workbin.ownerKind().name()).isEqualTo(kind);
        });
  }

  @Test
  void theSixUsersAreAgentsWithTheirRolesAndPlaces() {
    assertThat(DEMO.users())
        .extracting(User::userName)
        .containsExactly("ada", "admin", "ben", "cleo", "dan", "sue");
    assertThat(DEMO.users()).allMatch(user -> user.roles().contains(Role.ROLE_AGENT));
    assertThat(DEMO.users()).allMatch(user -> user.id().value().matches("[0-9a-f]{32}"));
    assertThat(user("sue").roles()).contains(Role.ROLE_SUPERVISOR);
    assertThat(user("admin").roles()).contains(Role.ROLE_ADMIN);
    assertThat(
            DEMO.users().stream()
                .filter(user -> user.defaultPlace().isPresent())
                .collect(
                    Collectors.toMap(
                        User::userName, user -> place(user.defaultPlace().orElseThrow()))))
        .isEqualTo(Map.of("ada", "Desk-1", "ben", "Desk-2", "dan", "Desk-9"));
  }

  @Test
  void theGroupsHaveTheirMembers() {
    var agents = DEMO.agentGroupNamed("MyAgentGroup").orElseThrow();
    var places = DEMO.placeGroupNamed("MyPlaceGroup").orElseThrow();

    assertThat(agents.members())
        .containsExactlyInAnyOrder(user("ada").id(), user("ben").id(), user("cleo").id());
    assertThat(agents.managers()).containsExactly(user("sue").id());
    assertThat(places.places())
        .extracting(DemoContactCenterTest::place)
        .containsExactlyInAnyOrder("Desk-1", "Desk-2");
    assertThat(DEMO.queues()).hasSize(2);
  }

  @Test
  void everybodysPasswordIsDemo() {
    assertThat(PLAN.change().passwordHashes()).hasSize(6);
    assertThat(PLAN.change().passwordHashes().values())
        .allMatch(hash -> PasswordHashing.cheap().matches("demo", hash));
  }

  @Test
  void everyAgentHasAWorkItemAnEmailAndAChatInProgress() {
    for (User user : DEMO.users()) {
      assertThat(mediaIn("In_Progress", user.id()))
          .as(user.userName())
          .contains(Medium.WORKITEM, Medium.EMAIL, Medium.CHAT);
    }
  }

  @Test
  void everyOccupiedDeskHasAWorkItemAnEmailAndAChat() {
    for (User user : DEMO.users()) {
      user.defaultPlace()
          .ifPresent(place ->
              assertThat(mediaIn("desk-wb", place))
                  .as(user.userName())
                  .contains(Medium.WORKITEM, Medium.EMAIL, Medium.CHAT));
    }
  }

  @Test
  void theGroupBinsHaveAllSevenMedia() {
    assertThat(mediaIn("team-wb", DEMO.agentGroupNamed("MyAgentGroup").orElseThrow().id()))
        .isEqualTo(EnumSet.allOf(Medium.class));
    assertThat(mediaIn("desks-wb", DEMO.placeGroupNamed("MyPlaceGroup").orElseThrow().id()))
        .isEqualTo(EnumSet.allOf(Medium.class));
  }

  @ParameterizedTest
  @CsvSource({
    "0001BaBFVPR20035, push-seed-agent-group, team-wb",
    "0001BaBFVPR20039, push-seed-place-group, desks-wb",
  })
  void theSeedsChatsAreThereToTheLetter(String id, String golden, String workbin) {
    Creation chat =
        PLAN.interactions().stream()
            .filter(each -> each.id().value().equals(id))
            .findFirst()
            .orElseThrow();
    JsonNode seed = Golden.read(golden).path("chatStateResourceV2");

    assertThat(chat.content().userData()).isEqualTo(seed.path("userData").toString());
    assertThat(chat.content().receivedDate()).isEqualTo(seed.path("receivedDate").asString());
    assertThat(chat.content().direction()).isEqualTo(seed.path("chatType").asString());
    assertThat(chat.content().attributes()).isEqualTo("{}");
    assertThat(workbinOf(chat)).isEqualTo(workbin);
  }

  @Test
  void theOthersHaveColumnsForAListAndAnAgeOfAWorkingDay() {
    List<Creation> others =
        PLAN.interactions().stream().filter(each -> each.id().value().contains("DEMO")).toList();

    assertThat(others).hasSizeGreaterThanOrEqualTo(40);
    assertThat(others)
        .allSatisfy(each -> {
          JsonNode userData = JsonMapper.shared().readTree(each.content().userData());
          assertThat(userData.propertyNames())
              .contains("Subject", "FirstName", "LastName", "FromAddress");
          assertThat(each.content().receivedDate()).startsWith("2026-1");
          assertThat(each.content().priority()).isEqualTo(userData.path("Priority").asInt(0));
        });
    assertThat(others)
        .extracting(each -> each.content().userData())
        .as("no interaction is there twice")
        .doesNotHaveDuplicates();
    assertThat(others)
        .extracting(each -> each.content().priority())
        .as("priorities")
        .contains(0, 1, 5, 9);
  }

  @Test
  void anEmailHasItsSubjectAndAddressesAsMembersOfItsOwn() {
    assertThat(PLAN.interactions())
        .filteredOn(each -> each.medium() == Medium.EMAIL)
        .allSatisfy(each ->
            assertThat(JsonMapper.shared().readTree(each.content().attributes()).propertyNames())
                .contains("interactionSubtype", "subject", "from", "to"));
  }

  private static Set<Medium> mediaIn(String workbin, OwnerId owner) {
    Workbin definition =
        DEMO.workbins().stream()
            .filter(each -> each.name().equals(workbin))
            .findFirst()
            .orElseThrow();
    BinId bin = new BinId(definition.id(), owner);
    return PLAN.interactions().stream()
        .filter(each -> each.to().equals(new Location.Bin(bin)))
        .map(Creation::medium)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Medium.class)));
  }

  private static String workbinOf(Creation creation) {
    Location.Bin bin = (Location.Bin) creation.to();
    return DEMO.workbin(bin.bin().workbin()).orElseThrow().name();
  }

  private static User user(String name) {
    return DEMO.userNamed(name).orElseThrow();
  }

  private static String place(PlaceId id) {
    return DEMO.place(id).map(Place::name).orElseThrow();
  }

  private static ImportPlan plan() {
    Directory empty = directory(nothing());
    return new CenterPlanner(
            () -> empty,
            _ -> Optional.empty(),
            _ -> false,
            new RandomIds(CLOCK, new SecureRandom()),
            CLOCK)
        .plan(DemoCommand.text(), PasswordHashing.cheap(), DemoCommand.SHORT_PASSWORDS);
  }

  private static DirectoryChange nothing() {
    return DirectoryChange.of();
  }

  private static Directory directory(DirectoryChange change) {
    return DirectorySnapshot.of(
        ContactCenter.of("00000000-0000-4000-8000-000000000000", 1, change.puts()));
  }
}
