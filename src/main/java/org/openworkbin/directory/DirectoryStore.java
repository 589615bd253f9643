package org.openworkbin.directory;

/** Keeps the contact centre. Thread-safe. */
public interface DirectoryStore extends Passwords {

  /** The contact centre as it is stored; a new store has an empty one. */
  ContactCenter load();

  /**
   * Makes a change and raises the version by one, in the same transaction. A name that another
   * object of the kind has, or a reference to nothing, is a fault and changes nothing.
   *
   * @return the contact centre after the change
   */
  ContactCenter apply(DirectoryChange change);
}
