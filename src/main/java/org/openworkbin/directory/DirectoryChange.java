package org.openworkbin.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openworkbin.id.UserId;

/**
 * What is to be added to a contact centre or to take the place of what has the same id. A group
 * replaces its whole membership, a user his whole set of roles.
 *
 * @param passwordHashes the new hashes, with their algorithm's prefix; a user without an entry
 *     keeps his
 * @param features takes the place of all features; empty leaves them as they are
 */
public record DirectoryChange(
    List<User> users,
    Map<UserId, String> passwordHashes,
    List<Workbin> workbins,
    List<AgentGroup> agentGroups,
    List<Place> places,
    List<PlaceGroup> placeGroups,
    List<Queue> queues,
    Optional<Set<Feature>> features) {
  public DirectoryChange {
    users = List.copyOf(users);
    passwordHashes = Map.copyOf(passwordHashes);
    workbins = List.copyOf(workbins);
    agentGroups = List.copyOf(agentGroups);
    places = List.copyOf(places);
    placeGroups = List.copyOf(placeGroups);
    queues = List.copyOf(queues);
    features = features.map(Set::copyOf);
  }

  /** A change that leaves the features as they are. */
  public DirectoryChange(
      List<User> users,
      Map<UserId, String> passwordHashes,
      List<Workbin> workbins,
      List<AgentGroup> agentGroups,
      List<Place> places,
      List<PlaceGroup> placeGroups,
      List<Queue> queues) {
    this(
        users,
        passwordHashes,
        workbins,
        agentGroups,
        places,
        placeGroups,
        queues,
        Optional.empty());
  }

  /** One user with his password hash. */
  public static DirectoryChange ofUser(User user, String passwordHash) {
    return new DirectoryChange(
        List.of(user),
        Map.of(user.id(), passwordHash),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** Whether it changes nothing. */
  public boolean isEmpty() {
    return users.isEmpty()
        && passwordHashes.isEmpty()
        && workbins.isEmpty()
        && agentGroups.isEmpty()
        && places.isEmpty()
        && placeGroups.isEmpty()
        && queues.isEmpty()
        && features.isEmpty();
  }
}
