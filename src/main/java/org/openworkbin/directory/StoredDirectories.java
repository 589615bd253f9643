package org.openworkbin.directory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The directory as the store has it: read once, replaced as a whole by each change. Thread-safe; a
 * change is in force for everybody when {@link #apply} returns.
 */
public final class StoredDirectories implements Directories {
  private final DirectoryStore store;

  /** Keeps the snapshots in the order of the store's versions; the facts are the store's. */
  private final ReentrantLock order = new ReentrantLock();

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  private volatile Directory now;

  public StoredDirectories(DirectoryStore store) {
    this.store = store;
    this.now = DirectorySnapshot.of(store.load());
  }

  @Override
  public Directory now() {
    return now;
  }

  @Override
  public void onChange(Runnable listener) {
    listeners.add(listener);
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
      listeners.forEach(Runnable::run);
      return changed;
    } finally {
      order.unlock();
    }
  }
}
