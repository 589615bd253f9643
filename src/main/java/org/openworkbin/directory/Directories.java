package org.openworkbin.directory;

/** Gives the directory as it stands now. Thread-safe and free of cost. */
@FunctionalInterface
public interface Directories {
  Directory now();
}
