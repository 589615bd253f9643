package org.openworkbin.directory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openworkbin.id.UserId;

/**
 * What is to be added to a contact centre, to take the place of what has the same key, or to be
 * removed. A group replaces its whole membership, a user his whole set of roles.
 *
 * @param puts each key once
 * @param removals may name what is not there; none of them is among the puts
 * @param passwordHashes the new hashes, with their algorithm's prefix; a user without an entry
 *     keeps his
 */
public record DirectoryChange(
    List<DirectoryObject> puts, Set<ObjectKey> removals, Map<UserId, String> passwordHashes) {
  /** Changes nothing. */
  public static final DirectoryChange NONE = new DirectoryChange(List.of(), Set.of(), Map.of());

  public DirectoryChange {
    puts = List.copyOf(puts);
    removals = Set.copyOf(removals);
    passwordHashes = Map.copyOf(passwordHashes);
  }

  /** Adds or replaces those. */
  public static DirectoryChange of(DirectoryObject... puts) {
    return of(Arrays.asList(puts));
  }

  /** Adds or replaces those. */
  public static DirectoryChange of(Collection<? extends DirectoryObject> puts) {
    return new DirectoryChange(List.copyOf(puts), Set.of(), Map.of());
  }

  /** Makes what is switched on exactly the wanted features. */
  public static DirectoryChange features(Set<Feature> before, Set<Feature> wanted) {
    List<DirectoryObject> on = new ArrayList<>(wanted);
    on.removeAll(before);
    Set<ObjectKey> off = new HashSet<>();
    before.stream()
        .filter(feature -> !wanted.contains(feature))
        .forEach(feature -> off.add(feature.key()));
    return new DirectoryChange(on, off, Map.of());
  }

  /** One user with his password hash. */
  public static DirectoryChange ofUser(User user, String passwordHash) {
    return of(user).withPassword(user.id(), passwordHash);
  }

  /** Removes those. */
  public static DirectoryChange removing(ObjectKey... keys) {
    return new DirectoryChange(List.of(), Set.of(keys), Map.of());
  }

  /** The same, and that user's password with it. */
  public DirectoryChange withPassword(UserId user, String hash) {
    return and(new DirectoryChange(List.of(), Set.of(), Map.of(user, hash)));
  }

  /** Both in one; where they name the same key, the other one counts. */
  public DirectoryChange and(DirectoryChange other) {
    Set<ObjectKey> newer = new HashSet<>(other.removals);
    other.puts.forEach(object -> newer.add(object.key()));
    List<DirectoryObject> allPuts =
        new ArrayList<>(puts.stream().filter(object -> !newer.contains(object.key())).toList());
    allPuts.addAll(other.puts);
    Set<ObjectKey> allRemovals = new HashSet<>(removals);
    allRemovals.removeAll(newer);
    allRemovals.addAll(other.removals);
    Map<UserId, String> allHashes = new HashMap<>(passwordHashes);
    allHashes.putAll(other.passwordHashes);
    return new DirectoryChange(allPuts, allRemovals, allHashes);
  }

  /** What it puts of one type, in order. */
  public <T extends DirectoryObject> List<T> puts(Class<T> type) {
    return puts.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Whether it changes nothing. */
  public boolean isEmpty() {
    return puts.isEmpty() && removals.isEmpty() && passwordHashes.isEmpty();
  }
}
