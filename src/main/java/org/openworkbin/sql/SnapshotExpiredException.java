package org.openworkbin.sql;

import java.time.Duration;

/** The fault that somebody read from a snapshot for longer than it is kept. */
public final class SnapshotExpiredException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SnapshotExpiredException(Duration limit) {
    super("a snapshot of the store is kept for " + limit.toMillis() + " ms and was read longer");
  }
}
