package org.openworkbin.sql;

import java.sql.SQLException;

/** The bounded set of sessions that read; each is used by one reader at a time. */
interface Readers extends AutoCloseable {

  /**
   * Waits for a session.
   *
   * @throws StoreAwayException if none became free in time; the message names the numbers
   */
  Session borrow() throws SQLException;

  /** Whether not a single session is open. */
  boolean isEmpty();

  void giveBack(Session session);

  @Override
  void close();
}
