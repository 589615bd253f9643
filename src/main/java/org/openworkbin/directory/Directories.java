package org.openworkbin.directory;

/** Gives the directory as it stands now. Thread-safe and free of cost. */
@FunctionalInterface
public interface Directories {
  Directory now();

  /**
   * Calls {@code listener} after each change, when it is in force, on the thread that made it; it
   * must not block or throw. Nothing is called where nothing ever changes.
   */
  default void onChange(Runnable listener) {}
}
