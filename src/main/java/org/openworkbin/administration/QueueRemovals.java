package org.openworkbin.administration;

import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Queue;
import org.openworkbin.directory.RightsInUse;
import org.openworkbin.directory.StoredDirectories;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExpectedVersion;
import org.openworkbin.id.QueueId;
import org.openworkbin.ledger.Queues;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Service;

/**
 * Removes queues that nothing waits in. A queue is withdrawn first, so that nothing more is sent
 * there, and looked into when everybody who found it before has done what he was doing.
 */
@Service
final class QueueRemovals {
  private final Changes changes;
  private final Queues queues;
  private final StoredDirectories directories;
  private final RightsInUse rights;

  QueueRemovals(Changes changes, Queues queues, StoredDirectories directories, RightsInUse rights) {
    this.changes = changes;
    this.queues = queues;
    this.directories = directories;
    this.rights = rights;
  }

  Directory remove(Caller caller, String id, ExpectedVersion expected) {
    QueueId queue = empty(changes.read(caller), id).id();
    try (var _ = directories.withdraw(Queue.key(queue))) {
      rights.awaitOthers();
      return changes.remove(caller, expected, directory -> empty(directory, id));
    }
  }

  private Queue empty(Directory directory, String id) {
    Queue queue = new Found(directory).queue(id);
    if (!queues.isEmpty(queue.id())) {
      throw new Refusal.InUse("queue", "Interactions wait in this queue").asException();
    }
    return queue;
  }
}
