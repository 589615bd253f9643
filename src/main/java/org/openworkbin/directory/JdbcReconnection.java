package org.openworkbin.directory;

import org.openworkbin.sql.Session;
import org.openworkbin.sql.Writer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out about a change in doubt as soon as the store is back. */
final class JdbcReconnection implements Writer.Follower {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcReconnection.class);

  private final StoredDirectories directories;

  JdbcReconnection(StoredDirectories directories) {
    this.directories = directories;
  }

  /** On another thread: the writer's must not wait for itself. */
  @Override
  public void connected(Session session) {
    var _ = Thread.ofVirtual().name("directory-settling").start(this::settle);
  }

  private void settle() {
    try {
      directories.settle();
    } catch (RuntimeException awayAgain) {
      LOG.debug("The store went away before a change in doubt was looked up", awayAgain);
    }
  }

  @Override
  public void away() {}

  @Override
  public void rest(Session session) {}
}
