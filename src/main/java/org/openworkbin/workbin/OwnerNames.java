package org.openworkbin.workbin;

import java.util.Optional;
import org.openworkbin.http.Query;

/**
 * The owner that a request names, by name: {@code ?agentGroup=} or {@code ?placeGroup=}. Neither
 * means the caller's own.
 */
record OwnerNames(Optional<String> agentGroup, Optional<String> placeGroup) {

  static OwnerNames of(Query query) {
    return new OwnerNames(query.optional("agentGroup"), query.optional("placeGroup"));
  }
}
