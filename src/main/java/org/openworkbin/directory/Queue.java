package org.openworkbin.directory;

import org.openworkbin.id.QueueId;

/** A queue: where finished or unassigned work waits for a rule or a router. */
public record Queue(QueueId id, String name) implements DirectoryObject {

  @Override
  public ObjectKey key() {
    return key(id);
  }

  @Override
  public String label() {
    return name;
  }

  /** The key of the queue with that id. */
  public static ObjectKey key(QueueId id) {
    return new ObjectKey(ObjectKind.QUEUE, id.value());
  }
}
