package org.openworkbin.directory;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openworkbin.id.AgentGroupId;
import org.openworkbin.id.OwnerKind;
import org.openworkbin.id.PlaceGroupId;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.QueueId;
import org.openworkbin.id.UserId;
import org.openworkbin.id.WorkbinId;

/** A small contact centre with somebody in every role there is. */
final class SampleCenter {
  static final User MEMBER = user("member", true, Optional.of("desk-1"), Role.ROLE_AGENT);
  static final User MANAGER = user("manager", true, Optional.empty(), Role.ROLE_SUPERVISOR);
  static final User OUTSIDER = user("outsider", true, Optional.of("desk-9"), Role.ROLE_AGENT);
  static final User ADMIN = user("admin", true, Optional.empty(), Role.ROLE_ADMIN);
  static final User DISABLED = user("disabled", false, Optional.of("desk-5"), Role.ROLE_ADMIN);

  static final Place DESK_1 = new Place(new PlaceId("desk-1"), "Desk-1");
  static final Place DESK_2 = new Place(new PlaceId("desk-2"), "Desk-2");
  static final Place DESK_5 = new Place(new PlaceId("desk-5"), "Desk-5");
  static final Place DESK_9 = new Place(new PlaceId("desk-9"), "Desk-9");

  static final AgentGroup TEAM =
      new AgentGroup(
          new AgentGroupId("team"),
          "Team",
          Set.of(MEMBER.id(), DISABLED.id()),
          Set.of(MANAGER.id()));
  static final PlaceGroup ROW =
      new PlaceGroup(new PlaceGroupId("row"), "Row", Set.of(DESK_1.id(), DESK_2.id()));

  static final Workbin AGENT_WB = workbin("agent-wb", OwnerKind.AGENT);
  static final Workbin TEAM_WB = workbin("team-wb", OwnerKind.AGENT_GROUP);
  static final Workbin DESK_WB = workbin("desk-wb", OwnerKind.PLACE);
  static final Workbin ROW_WB = workbin("row-wb", OwnerKind.PLACE_GROUP);

  static final Queue QUEUE = new Queue(new QueueId("queue"), "Queue");

  private SampleCenter() {}

  static ContactCenter center() {
    return center(MEMBER, MANAGER, OUTSIDER, ADMIN, DISABLED);
  }

  static ContactCenter center(User... users) {
    return ContactCenter.of(
        "00000000-0000-4000-8000-000000000000",
        1,
        Stream.<Collection<? extends DirectoryObject>>of(
                Arrays.asList(users),
                List.of(AGENT_WB, TEAM_WB, DESK_WB, ROW_WB),
                List.of(DESK_1, DESK_2, DESK_5, DESK_9),
                List.of(TEAM, ROW, QUEUE),
                Feature.DEFAULT)
            .<DirectoryObject>flatMap(Collection::stream)
            .toList());
  }

  static User user(String name, boolean enabled, Optional<String> defaultPlace, Role... roles) {
    return new User(
        new UserId(name),
        name,
        "First",
        "Last",
        "",
        Set.of(roles),
        enabled,
        false,
        defaultPlace.map(PlaceId::new));
  }

  private static Workbin workbin(String name, OwnerKind kind) {
    return new Workbin(new WorkbinId(name), name, name, kind);
  }
}
