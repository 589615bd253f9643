package org.openworkbin.directory;

import java.util.concurrent.locks.ReentrantLock;

/**
 * The directory as the store has it: read once, replaced as a whole by each change. Thread-safe; a
 * change is in force for everybody when {@link #apply} returns.
 */
public final class StoredDirectories implements Directories {
  private final DirectoryStore store;

  /** Keeps the snapshots in the order of the store's versions; the facts are the store's. */
  private final ReentrantLock order = new ReentrantLock();

  private volatile Directory now;

  public StoredDirectories(DirectoryStore store) {
    this.store = store;
    this.now = DirectorySnapshot.of(store.load());
  }

  @Override
  public Directory now() {
    return now;
  }

  /**
   * Makes a change durable and then visible.
   *
   * @return the directory after the change
   */
  public Directory apply(DirectoryChange change) {
    order.lock();
    try {
      Directory changed = DirectorySnapshot.of(store.apply(change));
      now = changed;
      return changed;
    } finally {
      order.unlock();
    }
  }
}
