package org.openworkbin.id;

/** The id of a queue. */
public record QueueId(String value) {
  public QueueId {
    Ids.check(value);
  }
}
