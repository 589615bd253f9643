package org.openworkbin.directory;

/** What somebody may do with a bin. */
public enum Right {
  /** See its content, count and changes. */
  SEE,
  /** Take an interaction out into his own hand. */
  PULL,
  /** Put an interaction in that he has in hand. */
  ADD,
  /** Move an interaction out to, or in from, another bin where he has this right too. */
  SUPERVISE
}
