package org.openworkbin.directory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Takes what is removed out of everything that refers to it: out of groups, default places, skills
 * and devices. What referred to it stays.
 */
final class DanglingReferences {
  private final Set<ObjectKey> removed;

  private DanglingReferences(Set<ObjectKey> removed) {
    this.removed = removed;
  }

  /** The change with those things besides that have to let go of what it removes. */
  static DirectoryChange letGo(ContactCenter before, DirectoryChange change) {
    if (change.removals().isEmpty()) {
      return change;
    }
    DanglingReferences references = new DanglingReferences(change.removals());
    List<DirectoryObject> changed = new ArrayList<>();
    for (DirectoryObject object : before.after(change).objects().values()) {
      DirectoryObject without = references.without(object);
      if (!without.equals(object)) {
        changed.add(without);
      }
    }
    return change.and(DirectoryChange.of(changed));
  }

  private DirectoryObject without(DirectoryObject object) {
    return switch (object) {
      case User user ->
          user.at(user.defaultPlace().filter(place -> isLeft(Place.key(place))))
              .skilled(
                  user.skills().entrySet().stream()
                      .filter(skill -> isLeft(Skill.key(skill.getKey())))
                      .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
      case AgentGroup group ->
          group.with(left(group.members(), User::key), left(group.managers(), User::key));
      case PlaceGroup group -> group.withPlaces(left(group.places(), Place::key));
      case Device(var id, var number, var owner) ->
          new Device(id, number, owner.filter(user -> isLeft(User.key(user))));
      case Skill _, Place _, Workbin _, Queue _, Setting _, Feature _ -> object;
    };
  }

  private <T> Set<T> left(Set<T> ids, Function<T, ObjectKey> key) {
    Set<T> left = new HashSet<>(ids);
    left.removeIf(Predicate.not(id -> isLeft(key.apply(id))));
    return left;
  }

  private boolean isLeft(ObjectKey key) {
    return !removed.contains(key);
  }
}
