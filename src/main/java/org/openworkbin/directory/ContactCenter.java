package org.openworkbin.directory;

import java.util.List;
import java.util.Set;

/**
 * A contact centre as it is stored: everything that a {@link Directory} is made of.
 *
 * @param id a UUID that never changes
 * @param version rises by one with every change
 * @param features what it has
 */
public record ContactCenter(
    String id,
    long version,
    List<User> users,
    List<Workbin> workbins,
    List<AgentGroup> agentGroups,
    List<Place> places,
    List<PlaceGroup> placeGroups,
    List<Queue> queues,
    Set<Feature> features) {
  public ContactCenter {
    users = List.copyOf(users);
    workbins = List.copyOf(workbins);
    agentGroups = List.copyOf(agentGroups);
    places = List.copyOf(places);
    placeGroups = List.copyOf(placeGroups);
    queues = List.copyOf(queues);
    features = Set.copyOf(features);
  }

  /** Whether nothing and nobody is in it. */
  public boolean isEmpty() {
    return users.isEmpty()
        && workbins.isEmpty()
        && agentGroups.isEmpty()
        && places.isEmpty()
        && placeGroups.isEmpty()
        && queues.isEmpty();
  }
}
