package org.openworkbin.administration;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.openworkbin.directory.AgentGroup;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Place;
import org.openworkbin.directory.PlaceGroup;
import org.openworkbin.directory.User;
import org.openworkbin.id.PlaceId;
import org.openworkbin.id.UserId;

/** What clients list as groups, whatever it is a group of. */
sealed interface Group {

  String id();

  String name();

  /** What clients ask for as {@code type}. */
  String type();

  /** Agents. */
  record OfAgents(AgentGroup group) implements Group {

    @Override
    public String id() {
      return group.id().value();
    }

    @Override
    public String name() {
      return group.name();
    }

    @Override
    public String type() {
      return "AgentGroup";
    }

    @Override
    public List<User> members(Viewer viewer) {
      return people(group.members(), viewer);
    }

    @Override
    public List<User> managers(Viewer viewer) {
      return people(group.managers(), viewer);
    }

    private List<User> people(Collection<UserId> ids, Viewer viewer) {
      return viewer.knowsMembersOf(group)
          ? viewer.directory().users().stream()
              .filter(user -> ids.contains(user.id()) && viewer.knows(user))
              .toList()
          : List.of();
    }
  }

  /** Places. */
  record OfPlaces(PlaceGroup group) implements Group {

    @Override
    public String id() {
      return group.id().value();
    }

    @Override
    public String name() {
      return group.name();
    }

    @Override
    public String type() {
      return "PlaceGroup";
    }

    @Override
    public List<Place> places(Directory directory) {
      return directory.places().stream().filter(place -> holds(place.id())).toList();
    }

    private boolean holds(PlaceId place) {
      return group.places().contains(place);
    }
  }

  /** Every group of agents and of places. */
  static List<Group> all(Directory directory) {
    return Stream.<Group>concat(
            directory.agentGroups().stream().map(OfAgents::new),
            directory.placeGroups().stream().map(OfPlaces::new))
        .toList();
  }

  /** Who is in it, as far as the viewer may know, by name. */
  default List<User> members(Viewer viewer) {
    return List.of();
  }

  /** Who supervises it, as far as the viewer may know, by name. */
  default List<User> managers(Viewer viewer) {
    return List.of();
  }

  /** The places in it, by name. */
  default List<Place> places(Directory directory) {
    return List.of();
  }
}
