package org.openworkbin.proof.history;

/** What the proof does to a server, its store, or the way there. */
public enum Fault {
  /** The server's process was killed without a warning. */
  SERVER_KILLED,
  /** The server was asked to stop, and has. */
  SERVER_STOPPED,
  /** The server answers again after one of these. */
  SERVER_STARTED,
  /** The server's process was held, as a long pause does. */
  SERVER_PAUSED,
  /** It goes on. */
  SERVER_CONTINUED,
  /** The store can't be written any more. */
  STORE_FULL,
  /** It can again. */
  STORE_FREED,
  /** The database's processes were killed without a warning. */
  DATABASE_KILLED,
  /** The database was asked to stop. */
  DATABASE_STOPPED,
  /** The database is there again. */
  DATABASE_STARTED;

  /** Whether only what is durable outlives it. */
  boolean forgets() {
    return this == SERVER_KILLED || this == SERVER_STOPPED || this == DATABASE_KILLED;
  }
}
