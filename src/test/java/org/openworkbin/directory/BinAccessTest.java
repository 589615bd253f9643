package org.openworkbin.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.directory.SampleCenter.ADMIN;
import static org.openworkbin.directory.SampleCenter.AGENT_WB;
import static org.openworkbin.directory.SampleCenter.DESK_1;
import static org.openworkbin.directory.SampleCenter.DESK_2;
import static org.openworkbin.directory.SampleCenter.DESK_9;
import static org.openworkbin.directory.SampleCenter.DESK_WB;
import static org.openworkbin.directory.SampleCenter.DISABLED;
import static org.openworkbin.directory.SampleCenter.MANAGER;
import static org.openworkbin.directory.SampleCenter.MEMBER;
import static org.openworkbin.directory.SampleCenter.OUTSIDER;
import static org.openworkbin.directory.SampleCenter.ROW;
import static org.openworkbin.directory.SampleCenter.ROW_WB;
import static org.openworkbin.directory.SampleCenter.TEAM;
import static org.openworkbin.directory.SampleCenter.TEAM_WB;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openworkbin.id.AgentGroupId;
import org.openworkbin.id.BinId;
import org.openworkbin.id.OwnerId;
import org.openworkbin.id.PlaceGroupId;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.UserId;
import org.openworkbin.id.WorkbinId;

class BinAccessTest {
  private static final BinId OWN = new BinId(AGENT_WB.id(), MEMBER.id());
  private static final BinId TEAMS = new BinId(TEAM_WB.id(), TEAM.id());
  private static final BinId DESKS = new BinId(DESK_WB.id(), DESK_1.id());
  private static final BinId ROWS = new BinId(ROW_WB.id(), ROW.id());

  private final Directory directory = DirectorySnapshot.of(SampleCenter.center());
  private final Seats seats = new Seats(() -> directory, new MemorySeatStore());
  private final Access access = new BinAccess(() -> directory, seats);

  /** The member sits at Desk-1 by default, the outsider at Desk-9, the others nowhere. */
  @ParameterizedTest
  @CsvSource({
    "AGENT,       member,   SEE PULL ADD",
    "AGENT,       manager,  SEE PULL ADD SUPERVISE",
    "AGENT,       outsider, ''",
    "AGENT,       admin,    SEE PULL ADD SUPERVISE",
    "AGENT,       disabled, ''",
    "AGENT,       nobody,   ''",
    "AGENT_GROUP, member,   SEE PULL ADD",
    "AGENT_GROUP, manager,  SEE PULL ADD SUPERVISE",
    "AGENT_GROUP, outsider, ''",
    "AGENT_GROUP, admin,    SEE PULL ADD SUPERVISE",
    "AGENT_GROUP, disabled, ''",
    "AGENT_GROUP, nobody,   ''",
    "PLACE,       member,   SEE PULL ADD",
    "PLACE,       manager,  SEE PULL ADD SUPERVISE",
    "PLACE,       outsider, ''",
    "PLACE,       admin,    SEE PULL ADD SUPERVISE",
    "PLACE,       disabled, ''",
    "PLACE,       nobody,   ''",
    "PLACE_GROUP, member,   SEE PULL ADD",
    "PLACE_GROUP, manager,  ''",
    "PLACE_GROUP, outsider, ''",
    "PLACE_GROUP, admin,    SEE PULL ADD SUPERVISE",
    "PLACE_GROUP, disabled, ''",
    "PLACE_GROUP, nobody,   ''",
  })
  void rightsAreThoseOfTheMatrix(String owner, String user, String rights) {
    assertThat(rightsOf(new UserId(user), binOwnedBy(owner))).isEqualTo(parse(rights));
  }

  @Test
  void whoeverTakesThePlaceHasItsBinsAndTheDefaultSitterLosesThem() {
    seats.take(OUTSIDER.id(), Optional.of(DESK_1.id()));

    assertThat(rightsOf(OUTSIDER.id(), DESKS)).isEqualTo(parse("SEE PULL ADD"));
    assertThat(rightsOf(OUTSIDER.id(), ROWS)).isEqualTo(parse("SEE PULL ADD"));
    assertThat(rightsOf(MEMBER.id(), DESKS)).isEmpty();
    assertThat(rightsOf(MEMBER.id(), ROWS)).isEmpty();
  }

  @Test
  void aSitterOfOnePlaceOfTheGroupHasNotTheOthersBin() {
    seats.take(OUTSIDER.id(), Optional.of(DESK_2.id()));

    assertThat(rightsOf(OUTSIDER.id(), ROWS)).isEqualTo(parse("SEE PULL ADD"));
    assertThat(rightsOf(OUTSIDER.id(), DESKS)).isEmpty();
  }

  @Test
  void aManagerSupervisesNobodyOutsideHisGroup() {
    assertThat(rightsOf(MANAGER.id(), new BinId(AGENT_WB.id(), OUTSIDER.id()))).isEmpty();
    assertThat(rightsOf(MANAGER.id(), new BinId(AGENT_WB.id(), ADMIN.id()))).isEmpty();
  }

  @Test
  void aManagerHasThePlacesBinOnlyWhileSomebodyOfHisSitsThere() {
    seats.take(OUTSIDER.id(), Optional.of(DESK_1.id()));

    assertThat(rightsOf(MANAGER.id(), DESKS)).isEmpty();

    seats.take(MEMBER.id(), Optional.of(DESK_1.id()));

    assertThat(rightsOf(MANAGER.id(), DESKS)).isEqualTo(parse("SEE PULL ADD SUPERVISE"));
    assertThat(rightsOf(MANAGER.id(), ROWS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "member,   member,   true",
    "manager,  member,   true",
    "admin,    member,   true",
    "admin,    outsider, true",
    "manager,  disabled, true",
    "outsider, member,   false",
    "member,   manager,  false",
    "manager,  outsider, false",
    "disabled, disabled, false",
    "disabled, member,   false",
    "nobody,   member,   false",
    "admin,    nobody,   false",
    "nobody,   nobody,   false",
  })
  void anAgentIsLookedAfterByHimselfHisManagersAndAdministrators(
      String user, String agent, boolean looksAfter) {
    assertThat(access.looksAfter(new UserId(user), new UserId(agent))).isEqualTo(looksAfter);
  }

  @Test
  void whatIsLeftOfAGoneOwnerOrWorkbinIsForAdministratorsAlone() {
    List<BinId> gone =
        List.of(
            new BinId(new WorkbinId("none"), MEMBER.id()),
            new BinId(AGENT_WB.id(), new UserId("none")),
            new BinId(TEAM_WB.id(), new AgentGroupId("none")),
            new BinId(DESK_WB.id(), new PlaceId("none")),
            new BinId(ROW_WB.id(), new PlaceGroupId("none")));

    assertThat(gone)
        .allSatisfy(bin -> {
          assertThat(rightsOf(ADMIN.id(), bin)).isEqualTo(parse("SEE PULL SUPERVISE"));
          assertThat(rightsOf(MEMBER.id(), bin)).isEmpty();
          assertThat(rightsOf(MANAGER.id(), bin)).isEmpty();
          assertThat(rightsOf(DISABLED.id(), bin)).isEmpty();
        });
  }

  @Test
  void aWorkbinHasNoBinForAnOwnerOfAnotherKind() {
    OwnerId place = DESK_1.id();

    assertThat(rightsOf(ADMIN.id(), new BinId(AGENT_WB.id(), place))).isEmpty();
    assertThat(rightsOf(MEMBER.id(), new BinId(AGENT_WB.id(), place))).isEmpty();
  }

  @Test
  void binsOfAMemberAreHisGroupsHisPlacesAndItsGroups() {
    assertThat(access.binsOf(MEMBER.id())).containsExactlyInAnyOrder(OWN, TEAMS, DESKS, ROWS);
  }

  @Test
  void binsOfSomebodyOutsideEveryGroupAreHisAndHisPlaces() {
    assertThat(access.binsOf(OUTSIDER.id()))
        .containsExactlyInAnyOrder(
            new BinId(AGENT_WB.id(), OUTSIDER.id()), new BinId(DESK_WB.id(), DESK_9.id()));
  }

  @Test
  void binsThatAreOnlySupervisedAreNotAmongOnesOwn() {
    assertThat(access.binsOf(MANAGER.id())).containsExactly(new BinId(AGENT_WB.id(), MANAGER.id()));
    assertThat(access.binsOf(ADMIN.id())).containsExactly(new BinId(AGENT_WB.id(), ADMIN.id()));
  }

  @Test
  void disabledAndUnknownUsersHaveNoBins() {
    assertThat(access.binsOf(DISABLED.id())).isEmpty();
    assertThat(access.binsOf(new UserId("nobody"))).isEmpty();
  }

  @Test
  void everyBinOfAUserIsOneThatHeMaySee() {
    for (User user : directory.users()) {
      assertThat(access.binsOf(user.id()))
          .allMatch(bin -> access.may(user.id(), Right.SEE, bin), "may be seen");
    }
  }

  private static BinId binOwnedBy(String kind) {
    return switch (kind) {
      case "AGENT" -> OWN;
      case "AGENT_GROUP" -> TEAMS;
      case "PLACE" -> DESKS;
      case "PLACE_GROUP" -> ROWS;
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private Set<Right> rightsOf(UserId user, BinId bin) {
    Set<Right> rights = EnumSet.noneOf(Right.class);
    for (Right right : Right.values()) {
      if (access.may(user, right, bin)) {
        rights.add(right);
      }
    }
    return rights;
  }

  private static Set<Right> parse(String rights) {
    Set<Right> parsed = EnumSet.noneOf(Right.class);
    Arrays.stream(rights.split(" "))
        .filter(r -> !r.isEmpty())
        .map(Right::valueOf)
        .forEach(parsed::add);
    return parsed;
  }
}
