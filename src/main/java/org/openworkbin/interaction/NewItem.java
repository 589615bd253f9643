package org.openworkbin.interaction;

import java.util.Optional;
import org.openworkbin.http.ObjectText;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.QueueId;
import org.openworkbin.ledger.Medium;

/**
 * An interaction that an agent wants to bring in.
 *
 * @param home the queue that it goes to when nobody finishes it
 * @param parent what it answers or follows
 * @param mediaType the name of its medium, where that is open
 */
record NewItem(
    Medium medium,
    Optional<QueueId> home,
    Optional<InteractionId> parent,
    Optional<String> mediaType,
    ObjectText userData) {
  NewItem {
    UserDataRules.requireOwnKeys(userData.names());
    UserDataRules.require(userData);
  }
}
