package org.openworkbin.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.directory.SampleCenter.DESK_1;
import static org.openworkbin.directory.SampleCenter.DESK_9;
import static org.openworkbin.directory.SampleCenter.MANAGER;
import static org.openworkbin.directory.SampleCenter.MEMBER;
import static org.openworkbin.directory.SampleCenter.ROW;
import static org.openworkbin.directory.SampleCenter.TEAM;
import static org.openworkbin.directory.SampleCenter.TEAM_WB;

import org.junit.jupiter.api.Test;
import org.openworkbin.id.OwnerKind;
import org.openworkbin.id.PlaceId;

class DirectorySnapshotTest {
  private final Directory directory = DirectorySnapshot.of(SampleCenter.center());

  @Test
  void collectionsAreInTheOrderOfTheirNames() {
    assertThat(directory.users())
        .extracting(User::userName)
        .containsExactly("admin", "disabled", "manager", "member", "outsider");
    assertThat(directory.workbins())
        .extracting(Workbin::name)
        .containsExactly("agent-wb", "desk-wb", "row-wb", "team-wb");
  }

  @Test
  void namesAreComparedExactly() {
    assertThat(directory.userNamed("member")).contains(MEMBER);
    assertThat(directory.userNamed("Member")).isEmpty();
    assertThat(directory.placeNamed("Desk-1")).contains(DESK_1);
    assertThat(directory.agentGroupNamed("team")).isEmpty();
  }

  @Test
  void groupsAreFoundByMemberManagerAndPlace() {
    assertThat(directory.groupsOf(MEMBER.id())).containsExactly(TEAM);
    assertThat(directory.groupsOf(MANAGER.id())).isEmpty();
    assertThat(directory.groupsManagedBy(MANAGER.id())).containsExactly(TEAM);
    assertThat(directory.placeGroupsOf(DESK_1.id())).containsExactly(ROW);
    assertThat(directory.placeGroupsOf(DESK_9.id())).isEmpty();
  }

  @Test
  void workbinsAreFoundByTheKindOfTheirOwner() {
    assertThat(directory.workbinsFor(OwnerKind.AGENT_GROUP)).containsExactly(TEAM_WB);
  }

  @Test
  void everyKindOfOwnerHasAName() {
    assertThat(directory.nameOf(MEMBER.id())).contains("member");
    assertThat(directory.nameOf(TEAM.id())).contains("Team");
    assertThat(directory.nameOf(DESK_1.id())).contains("Desk-1");
    assertThat(directory.nameOf(ROW.id())).contains("Row");
    assertThat(directory.nameOf(new PlaceId("none"))).isEmpty();
  }
}
