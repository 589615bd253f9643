package org.openworkbin.workbin;

import java.util.Optional;
import org.openworkbin.http.Query;
import org.openworkbin.id.OwnerKind;

/**
 * The owner that a request names: by name {@code ?agentGroup=} or {@code ?placeGroup=}; by id
 * {@code ?owner=}, who may be gone. None of them means the own of the user whose workbins are
 * meant.
 */
record OwnerNames(
    Optional<String> agentGroup, Optional<String> placeGroup, Optional<String> owner) {

  static OwnerNames of(Query query) {
    return new OwnerNames(
        query.optional("agentGroup"), query.optional("placeGroup"), query.optional("owner"));
  }

  /** The name that is given for an owner of that kind. */
  Optional<String> of(OwnerKind kind) {
    return switch (kind) {
      case AGENT_GROUP -> agentGroup;
      case PLACE_GROUP -> placeGroup;
      case AGENT, PLACE -> Optional.empty();
    };
  }

  /** Whether any owner is named. */
  boolean any() {
    return agentGroup.isPresent() || placeGroup.isPresent() || owner.isPresent();
  }
}
