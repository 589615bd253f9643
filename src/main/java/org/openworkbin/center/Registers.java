package org.openworkbin.center;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openworkbin.directory.AgentGroup;
import org.openworkbin.directory.Device;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.DirectoryObject;
import org.openworkbin.directory.Place;
import org.openworkbin.directory.PlaceGroup;
import org.openworkbin.directory.Queue;
import org.openworkbin.directory.Skill;
import org.openworkbin.directory.User;
import org.openworkbin.directory.Workbin;
import org.openworkbin.id.OwnerId;
import org.openworkbin.id.OwnerKind;

/** Everything that a contact-centre file can refer to, by kind. */
record Registers(
    Register<Place> places,
    Register<PlaceGroup> placeGroups,
    Register<User> users,
    Register<AgentGroup> agentGroups,
    Register<Workbin> workbins,
    Register<Queue> queues,
    Register<Skill> skills,
    Register<Device> devices) {

  static Registers of(Directory stored, Problems problems) {
    return new Registers(
        new Register<>("place", stored.places(), p -> p.id().value(), Place::name, problems),
        new Register<>(
            "place group",
            stored.placeGroups(),
            group -> group.id().value(),
            PlaceGroup::name,
            problems),
        new Register<>("user", stored.users(), u -> u.id().value(), User::userName, problems),
        new Register<>(
            "agent group",
            stored.agentGroups(),
            group -> group.id().value(),
            AgentGroup::name,
            problems),
        new Register<>("workbin", stored.workbins(), w -> w.id().value(), Workbin::name, problems),
        new Register<>("queue", stored.queues(), q -> q.id().value(), Queue::name, problems),
        new Register<>("skill", stored.skills(), s -> s.id().value(), Skill::name, problems),
        new Register<>(
            "device", stored.devices(), d -> d.id().value(), Device::phoneNumber, problems));
  }

  /** The owner of that kind that a reference names. */
  Optional<OwnerId> owner(OwnerKind kind, Text reference) {
    return switch (kind) {
      case AGENT -> users.resolve(reference).map(User::id);
      case AGENT_GROUP -> agentGroups.resolve(reference).map(AgentGroup::id);
      case PLACE -> places.resolve(reference).map(Place::id);
      case PLACE_GROUP -> placeGroups.resolve(reference).map(PlaceGroup::id);
    };
  }

  /** Everything that is not as it is stored. */
  List<DirectoryObject> changes() {
    return Stream.of(places, placeGroups, skills, users, devices, agentGroups, workbins, queues)
        .<DirectoryObject>flatMap(register -> register.changes().stream())
        .toList();
  }

  /** Verdicts on what needs no more than its record to compare. */
  List<Verdict> verdictsBesideUsers() {
    return Stream.of(places, placeGroups, skills, devices, agentGroups, workbins, queues)
        .flatMap(register -> register.verdicts(_ -> List.of()).stream())
        .toList();
  }
}
