package org.openworkbin.sql;

/** What an error of the database means for the session that writes. */
public enum Trouble {

  /** It is the statement's: the session is well when its transaction is undone. */
  STATEMENT,

  /**
   * The store takes no writes just now, because its disk is full or somebody else has it locked.
   * Nothing of the transaction was written, and the session is well when that is undone.
   */
  NOT_NOW,

  /**
   * Nothing can be written through this session. Nothing of the transaction was; another session
   * may be able to.
   */
  READ_ONLY,

  /** The session is of no use any more, and what it was doing may be durable or not. */
  LOST
}
