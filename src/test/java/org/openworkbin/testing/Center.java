package org.openworkbin.testing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openworkbin.directory.AgentGroup;
import org.openworkbin.directory.ContactCenter;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.DirectorySnapshot;
import org.openworkbin.directory.Feature;
import org.openworkbin.directory.Place;
import org.openworkbin.directory.PlaceGroup;
import org.openworkbin.directory.Queue;
import org.openworkbin.directory.Role;
import org.openworkbin.directory.User;
import org.openworkbin.directory.Workbin;
import org.openworkbin.id.AgentGroupId;
import org.openworkbin.id.BinId;
import org.openworkbin.id.OwnerKind;
import org.openworkbin.id.PlaceGroupId;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.QueueId;
import org.openworkbin.id.UserId;
import org.openworkbin.id.WorkbinId;

/** The people and bins of the demo contact centre, without a store. */
public final class Center {
  public static final Place DESK_1 = new Place(new PlaceId("desk-1"), "Desk-1");
  public static final Place DESK_9 = new Place(new PlaceId("desk-9"), "Desk-9");

  public static final User ADA = user("ada", "Lovelace", Optional.of(DESK_1));
  public static final User BEN = user("ben", "Franklin", Optional.empty());
  public static final User DAN = user("dan", "Defoe", Optional.of(DESK_9));
  public static final User SUE = user("sue", "Storm", Optional.empty());

  public static final AgentGroup TEAM =
      new AgentGroup(
          new AgentGroupId("team"), "MyAgentGroup", Set.of(ADA.id(), BEN.id()), Set.of(SUE.id()));
  public static final AgentGroup OTHERS =
      new AgentGroup(new AgentGroupId("others"), "Others", Set.of(BEN.id()), Set.of());
  public static final PlaceGroup DESKS =
      new PlaceGroup(new PlaceGroupId("desks"), "MyPlaceGroup", Set.of(DESK_1.id()));

  public static final Queue REVIEW = new Queue(new QueueId("review"), "Review");

  public static final Workbin TEAM_WB =
      workbin("6c715fa9-de16-4d23-b07c-cbcb1caf3e07", "team-wb", OwnerKind.AGENT_GROUP);
  public static final Workbin DESKS_WB =
      workbin("5d487e69-a393-4228-a06f-6a4015ab1b54", "desks-wb", OwnerKind.PLACE_GROUP);
  public static final Workbin IN_PROGRESS =
      workbin("aee812a5-7396-4dd9-b180-230f1c1fb085", "In_Progress", OwnerKind.AGENT);
  public static final Workbin DESK_WB =
      workbin("a15862be-2445-4735-aad2-69694a0f50ff", "desk-wb", OwnerKind.PLACE);

  public static final BinId TEAM_BIN = new BinId(TEAM_WB.id(), TEAM.id());
  public static final BinId DESKS_BIN = new BinId(DESKS_WB.id(), DESKS.id());
  public static final BinId ADAS_BIN = new BinId(IN_PROGRESS.id(), ADA.id());
  public static final BinId BENS_BIN = new BinId(IN_PROGRESS.id(), BEN.id());

  private Center() {}

  /** Everybody and everything above. */
  public static Directory directory() {
    return DirectorySnapshot.of(
        ContactCenter.of(
            "00000000-0000-4000-8000-000000000000",
            1,
            List.of(
                ADA,
                BEN,
                DAN,
                SUE,
                TEAM_WB,
                DESKS_WB,
                IN_PROGRESS,
                DESK_WB,
                TEAM,
                OTHERS,
                DESK_1,
                DESK_9,
                DESKS,
                REVIEW,
                Feature.MULTIMEDIA)));
  }

  private static User user(String name, String lastName, Optional<Place> place) {
    return new User(
        new UserId(name),
        name,
        name,
        lastName,
        "",
        Set.of(Role.ROLE_AGENT),
        true,
        false,
        place.map(Place::id));
  }

  private static Workbin workbin(String id, String name, OwnerKind kind) {
    return new Workbin(new WorkbinId(id), name, name, kind);
  }
}
