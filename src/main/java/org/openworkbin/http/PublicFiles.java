package org.openworkbin.http;

/** The files of this server that everybody may read, logged in or not. Thread-safe. */
public interface PublicFiles {

  /** Whether there is such a file at that path of a URL. */
  boolean has(String path);
}
