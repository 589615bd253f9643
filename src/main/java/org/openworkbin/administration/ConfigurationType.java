package org.openworkbin.administration;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.DirectoryObject;
import org.openworkbin.directory.ObjectKind;

/** The objects of platform configuration that this server has, by their names in its URLs. */
enum ConfigurationType {
  AGENT_GROUPS("agent-groups", "agent-group", ObjectKind.AGENT_GROUP),
  PLACE_GROUPS("place-groups", "place-group", ObjectKind.PLACE_GROUP),
  PLACES("places", "place", ObjectKind.PLACE),
  PERSONS("persons", "person", ObjectKind.USER),
  SKILLS("skills", "skill", ObjectKind.SKILL);

  /** What a configuration server has besides: there is none of it here. */
  private static final Set<String> EMPTY =
      Set.of(
          "access-groups",
          "action-codes",
          "agent-logins",
          "applications",
          "campaigns",
          "dns",
          "switches",
          "transactions");

  private final String collection;
  private final String singular;
  private final ObjectKind kind;

  ConfigurationType(String collection, String singular, ObjectKind kind) {
    this.collection = collection;
    this.singular = singular;
    this.kind = kind;
  }

  /** The name in a URL, and of the array in an answer. */
  String collection() {
    return collection;
  }

  /** The name of one of them in an answer. */
  String singular() {
    return singular;
  }

  ObjectKind kind() {
    return kind;
  }

  /** All of them, in the order of their names. */
  Collection<? extends DirectoryObject> all(Directory directory) {
    return switch (this) {
      case AGENT_GROUPS -> directory.agentGroups();
      case PLACE_GROUPS -> directory.placeGroups();
      case PLACES -> directory.places();
      case PERSONS -> directory.users();
      case SKILLS -> directory.skills();
    };
  }

  /** The type with that {@link #collection}. */
  static Optional<ConfigurationType> of(String collection) {
    return Arrays.stream(values()).filter(type -> type.collection.equals(collection)).findFirst();
  }

  /** Whether objects of that name exist in platform configuration, and never here. */
  static boolean isEmpty(String collection) {
    return EMPTY.contains(collection);
  }
}
